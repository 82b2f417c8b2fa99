package org.redress.desk.care.preference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.redress.desk.care.preference.PreferenceResult.Done;
import org.redress.desk.care.preference.PreferenceResult.Ended;
import org.redress.desk.care.preference.PreferenceResult.Same;
import org.redress.desk.care.preference.PreferenceStep.What;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.text.SearchText;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers want us to mind. A preference holds until it is withdrawn with a reason; noting, confirming and withdrawing
 * are rows that nobody changes. The same thing noted twice is one.
 */
@Component
public class Preferences {

    /** After so many days without being noted or confirmed one had better ask again. */
    public static final String STALE = "care.preference.stale";

    static final String KIND = "preference";

    private static final int LONGEST_FILE = 200;
    private static final Pattern NO_WORD = Pattern.compile("[\\s\\p{P}\\p{S}]+");

    private final PreferenceRows rows;
    private final Customers customers;
    private final Tickets tickets;
    private final Rulebook rulebook;
    private final Trail trail;
    private final Clock clock;

    Preferences(
            PreferenceRows rows, Customers customers, Tickets tickets, Rulebook rulebook, Trail trail, Clock clock) {
        this.rows = rows;
        this.customers = customers;
        this.tickets = tickets;
        this.rulebook = rulebook;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Notes one. What holds already in the same words counts as confirmed.
     *
     * @throws Problem {@code care.missing}, {@code .unseen} or {@code .long} with the field {@code words}
     */
    @Transactional
    public PreferenceResult note(Actor actor, CustomerId customer, NewPreference wish, Occasion at) {
        return note(actor, customer, wish, at, "words");
    }

    PreferenceResult note(Actor actor, CustomerId customer, NewPreference wish, Occasion at, String field) {
        actor.require(Action.WRITE, KIND);
        String words = Typed.line(wish.words(), field);
        check(actor, customer, at);
        rows.hold(actor.bureau(), customer);
        String folded = folded(words);
        Preference there =
                rows.same(actor.bureau(), customer, wish.kind(), folded).orElse(null);
        if (there != null) {
            return confirm(actor, there.id(), at) instanceof Done done ? new Same(done.preference()) : new Ended(there);
        }
        Instant now = now();
        Preference noted = new Preference(
                new PreferenceId(Ids.next()),
                customer,
                wish.kind(),
                words,
                wish.origin(),
                actor.staff(),
                now,
                now,
                null);
        rows.add(actor.bureau(), noted, folded);
        write(actor, noted, What.NOTED, "", "", at);
        return new Done(noted);
    }

    /** The words by which one is known again: as they are compared, without spaces and marks. */
    static String folded(String words) {
        String plain = SearchText.plain(words);
        String bare = NO_WORD.matcher(plain).replaceAll("");
        return bare.isEmpty() ? plain : bare;
    }

    /** The customer has said again, or shown, that it still holds. */
    @Transactional
    public PreferenceResult confirm(Actor actor, PreferenceId id, Occasion at) {
        actor.require(Action.WRITE, KIND);
        Preference one = get(actor, id);
        check(actor, one.customer(), at);
        if (!rows.confirm(actor.bureau(), id, now())) {
            return new Ended(get(actor, id));
        }
        Preference after = get(actor, id);
        write(actor, after, What.CONFIRMED, "", "", at);
        return new Done(after);
    }

    /** Confirms everything that holds for a customer; says how many. */
    @Transactional
    public int confirmAll(Actor actor, CustomerId customer, Occasion at) {
        return Math.toIntExact(standing(actor, customer).stream()
                .map(one -> confirm(actor, one.id(), at))
                .filter(Done.class::isInstance)
                .count());
    }

    /** It holds no longer. */
    @Transactional
    public PreferenceResult withdraw(
            Actor actor, PreferenceId id, WithdrawalReason reason, String remark, Occasion at) {
        actor.require(Action.WRITE, KIND);
        String added = Typed.optional(remark, "remark", Typed.LINE);
        Preference one = get(actor, id);
        check(actor, one.customer(), at);
        boolean held = rows.withdraw(actor.bureau(), id, now());
        Preference after = get(actor, id);
        if (!held) {
            return new Ended(after);
        }
        write(actor, after, What.WITHDRAWN, reason.name(), added, at);
        return new Done(after);
    }

    /** What holds for a customer, by kind. */
    public List<Preference> standing(Actor actor, CustomerId customer) {
        actor.require(Action.READ, KIND);
        return rows.standing(actor.bureau(), customer).stream()
                .sorted(Comparator.comparing(Preference::kind))
                .toList();
    }

    /** Everything that was ever noted of a customer, the latest first. */
    public List<Preference> all(Actor actor, CustomerId customer) {
        actor.require(Action.READ, KIND);
        known(actor, customer);
        return rows.all(actor.bureau(), customer, LONGEST_FILE);
    }

    /** Everything that happened to the preferences of a customer, the latest first. */
    public List<PreferenceStep> steps(Actor actor, CustomerId customer) {
        actor.require(Action.READ, KIND);
        return rows.steps(actor.bureau(), customer, LONGEST_FILE);
    }

    /** One had better ask again about what was neither noted nor confirmed since this moment. */
    public Instant askAgainBefore(Actor actor) {
        Instant now = clock.instant();
        return now.minus(Duration.ofDays(rulebook.days(actor.bureau(), STALE, LocalDate.ofInstant(now, actor.zone()))));
    }

    private Preference get(Actor actor, PreferenceId id) {
        return rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("preference.absent"));
    }

    private void check(Actor actor, CustomerId customer, Occasion at) {
        known(actor, customer);
        if (at.ticket() != null) {
            Ticket ticket = tickets.get(actor, at.ticket());
            if (!Objects.equals(ticket.customer(), customer)) {
                throw Problem.absent("ticket.absent");
            }
        }
    }

    private void known(Actor actor, CustomerId customer) {
        if (!customers.cards(actor, List.of(customer)).containsKey(customer)) {
            throw Problem.absent("customer.absent");
        }
    }

    private void write(Actor actor, Preference one, What what, String reason, String remark, Occasion at) {
        rows.add(
                actor.bureau(),
                one.customer(),
                new PreferenceStep(one.id(), what, actor.staff(), now(), reason, remark, at));
        String deed = switch (what) {
            case NOTED -> "preference.note";
            case CONFIRMED -> "preference.confirm";
            case WITHDRAWN -> "preference.withdraw";
        };
        trail.record(
                actor,
                deed,
                KIND,
                one.id().value(),
                "{\"customer\":\"" + one.customer().value() + "\"}");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
