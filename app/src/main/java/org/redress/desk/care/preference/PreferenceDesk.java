package org.redress.desk.care.preference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Notes, confirms and withdraws on a customer's page and on a ticket, and goes back to where one was. */
@Controller
@RequestMapping("/customers/{customer}/preferences")
class PreferenceDesk {

    private static final String FORM = "preference";
    private static final Pattern QUERY = Pattern.compile("\\?[!-~&&[^\\\\]]*");

    /** A member of a panel is being asked. */
    private static final Pattern REPORT = Pattern.compile("/care/reports/[0-9a-f-]{36}");

    private final Preferences preferences;
    private final PreferenceViews views;
    private final Customers customers;
    private final Rulebook rulebook;
    private final Forms forms;
    private final Clock clock;

    PreferenceDesk(
            Preferences preferences,
            PreferenceViews views,
            Customers customers,
            Rulebook rulebook,
            Forms forms,
            Clock clock) {
        this.preferences = preferences;
        this.views = views;
        this.customers = customers;
        this.rulebook = rulebook;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(Actor actor, @PathVariable UUID customer) {
        return page(actor, new CustomerId(customer), Attempt.NONE);
    }

    private ModelAndView page(Actor actor, CustomerId customer, Attempt attempted) {
        List<Preference> all = preferences.all(actor, customer);
        List<PreferenceStep> steps = preferences.steps(actor, customer);
        CustomerCard card = customers.cards(actor, List.of(customer)).get(customer);
        if (card == null) {
            throw Problem.absent("customer.absent");
        }
        return Page.of(
                "care/customer",
                new PreferencePage(
                        card,
                        views.lines(actor, all),
                        steps,
                        views.people(
                                actor, steps.stream().map(PreferenceStep::by).toList()),
                        rulebook.get(
                                actor.bureau(), Preferences.STALE, LocalDate.ofInstant(clock.instant(), actor.zone())),
                        actor.may(Action.WRITE, Preferences.KIND),
                        attempted,
                        actor.zone()));
    }

    @PostMapping
    ModelAndView note(Actor actor, Words words, @PathVariable UUID customer, @RequestParam Map<String, String> typed) {
        CustomerId id = new CustomerId(customer);
        return take(actor, words, id, typed, "preference.done.note", at -> {
            NewPreference wish = new NewPreference(
                    Typed.choice(PreferenceKind.class, typed.get("prefKind"), "prefKind"),
                    typed.getOrDefault("prefWords", ""),
                    Typed.choice(Origin.class, typed.get("prefOrigin"), "prefOrigin"));
            return preferences.note(actor, id, wish, at, "prefWords");
        });
    }

    /** Everything that holds still does. */
    @PostMapping("/confirm")
    ModelAndView confirmAll(
            Actor actor, Words words, @PathVariable UUID customer, @RequestParam Map<String, String> typed) {
        CustomerId id = new CustomerId(customer);
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, FORM, typed, words.text("preference.done.confirm"));
        return forms.take(
                form,
                () -> {
                    preferences.confirmAll(actor, id, occasion(typed));
                    return back(id, typed);
                },
                attempted -> page(actor, id, attempted));
    }

    @PostMapping("/{preference}/confirm")
    ModelAndView confirm(
            Actor actor,
            Words words,
            @PathVariable UUID customer,
            @PathVariable UUID preference,
            @RequestParam Map<String, String> typed) {
        return take(
                actor,
                words,
                new CustomerId(customer),
                typed,
                "preference.done.confirm",
                at -> preferences.confirm(actor, new PreferenceId(preference), at));
    }

    @PostMapping("/{preference}/withdraw")
    ModelAndView withdraw(
            Actor actor,
            Words words,
            @PathVariable UUID customer,
            @PathVariable UUID preference,
            @RequestParam Map<String, String> typed) {
        return take(
                actor,
                words,
                new CustomerId(customer),
                typed,
                "preference.done.withdraw",
                at -> preferences.withdraw(
                        actor,
                        new PreferenceId(preference),
                        Typed.choice(
                                WithdrawalReason.class,
                                typed.getOrDefault("reason", WithdrawalReason.SAID_SO.name()),
                                "reason"),
                        typed.getOrDefault("remark", ""),
                        at));
    }

    private interface Change {
        PreferenceResult at(Occasion occasion);
    }

    private ModelAndView take(
            Actor actor, Words words, CustomerId customer, Map<String, String> typed, String done, Change change) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, FORM, typed, words.text(done));
        return forms.take(
                form,
                () -> {
                    String back = back(customer, typed);
                    if (change.at(occasion(typed)) instanceof PreferenceResult.Ended) {
                        throw Forms.refused(back, words.text("preference.ended"));
                    }
                    return back;
                },
                attempted -> page(actor, customer, attempted));
    }

    private static Occasion occasion(Map<String, String> typed) {
        String ticket = typed.getOrDefault("ticket", "");
        try {
            return ticket.isEmpty() ? Occasion.NONE : Occasion.of(new TicketId(UUID.fromString(ticket)));
        } catch (IllegalArgumentException e) {
            throw Problem.absent("ticket.absent");
        }
    }

    /** The page on which one was, if it is one of this customer or ticket. */
    private static String back(CustomerId customer, Map<String, String> typed) {
        String was = typed.getOrDefault("back", "");
        TicketId ticket = occasion(typed).ticket();
        String home = ticket == null ? "/customers/" + customer.value() : "/tickets/" + ticket.value();
        List<String> places = ticket == null
                ? List.of(home, home + "/preferences")
                : List.of(home, "/desk/tickets/" + ticket.value());
        boolean known = places.stream()
                .anyMatch(place -> was.startsWith(place)
                        && (was.length() == place.length()
                                || QUERY.matcher(was.substring(place.length())).matches()));
        return known || REPORT.matcher(was).matches() ? was : home;
    }
}
