package org.redress.desk.care.preference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactId;
import org.redress.desk.contact.CustomerPanel;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;

/** What a customer wants us to mind, before anything else in their file and while a contact is taken. */
@Component
class PreferencePanel implements CustomerPanel {

    static final String CONFIRM = "preference.confirm.";
    static final String WITHDRAW = "preference.withdraw.";

    private static final int ORDER = 5;

    private final PreferenceViews views;
    private final Preferences preferences;

    PreferencePanel(PreferenceViews views, Preferences preferences) {
        this.views = views;
        this.preferences = preferences;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, List<TicketCard> tickets) {
        return Optional.empty();
    }

    @Override
    public Optional<View> above(Actor actor, Asked asked) {
        return PreferenceViews.reads(actor)
                ? Optional.of(new View(
                        "care/preferences.jte",
                        Map.of("shown", views.shown(actor, asked.customer(), null, asked.taking()))))
                : Optional.empty();
    }

    /** Confirms or withdraws what was pressed, and notes what was typed. */
    @Override
    public Optional<Notice> pressed(
            Actor actor, Words words, CustomerId customer, ContactId contact, Map<String, String> typed) {
        Occasion at = Occasion.of(contact);
        Notice pressed = press(actor, words, customer, at, typed.getOrDefault("press", ""));
        Notice noted = typed.getOrDefault("prefWords", "").isBlank() || !actor.may(Action.WRITE, Preferences.KIND)
                ? null
                : said(words, note(actor, customer, typed, at), "preference.done.note");
        return Optional.ofNullable(pressed == null ? noted : pressed);
    }

    private PreferenceResult note(Actor actor, CustomerId customer, Map<String, String> typed, Occasion at) {
        NewPreference wish = new NewPreference(
                Typed.choice(PreferenceKind.class, typed.get("prefKind"), "prefKind"),
                typed.getOrDefault("prefWords", ""),
                Typed.choice(Origin.class, typed.get("prefOrigin"), "prefOrigin"));
        return preferences.note(actor, customer, wish, at, "prefWords");
    }

    private @Nullable Notice press(Actor actor, Words words, CustomerId customer, Occasion at, String press) {
        if (press.equals(CONFIRM)) {
            preferences.confirmAll(actor, customer, at);
            return Notice.done(words.text("preference.done.confirm"));
        }
        if (press.startsWith(CONFIRM)) {
            return said(words, preferences.confirm(actor, id(press, CONFIRM), at), "preference.done.confirm");
        }
        return press.startsWith(WITHDRAW)
                ? said(
                        words,
                        preferences.withdraw(actor, id(press, WITHDRAW), WithdrawalReason.SAID_SO, "", at),
                        "preference.done.withdraw")
                : null;
    }

    private static PreferenceId id(String press, String before) {
        try {
            return new PreferenceId(UUID.fromString(press.substring(before.length())));
        } catch (IllegalArgumentException e) {
            throw Problem.absent("preference.absent");
        }
    }

    static Notice said(Words words, PreferenceResult result, String done) {
        return switch (result) {
            case PreferenceResult.Done ok -> Notice.done(words.text(done));
            case PreferenceResult.Same same -> Notice.done(words.text("preference.done.same"));
            case PreferenceResult.Ended ended -> Notice.refused(words.text("preference.ended"));
        };
    }
}
