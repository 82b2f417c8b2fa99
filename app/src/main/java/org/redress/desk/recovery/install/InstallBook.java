package org.redress.desk.recovery.install;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.authority.Kinships;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.ClockStart;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Unit;
import org.redress.ground.party.CustomerId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The installations as this room keeps them itself, each with a clock that runs until the end of its due day. */
@Component
public class InstallBook implements Installs {

    /** The kind by which permissions are asked. */
    public static final String KIND = "install";

    static final String CLOCK = "install.due";

    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 7;

    /** What lies further away was mistyped. */
    private static final int LONGEST_YEARS = 5;

    private final InstallRows rows;
    private final InstallWishes wishes;
    private final Kinships kinships;
    private final Compensations ledger;
    private final Bureaus bureaus;
    private final Commitments commitments;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    InstallBook(
            InstallRows rows,
            InstallWishes wishes,
            Kinships kinships,
            Compensations ledger,
            Bureaus bureaus,
            Commitments commitments,
            Trail trail,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.wishes = wishes;
        this.kinships = kinships;
        this.ledger = ledger;
        this.bureaus = bureaus;
        this.commitments = commitments;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Enters an installation.
     *
     * @throws Problem {@code install.number} where the number is none or taken, {@code install.fees} for fees that are
     *     below 0, too large or not in the currency of the bureau, {@code install.ordered} for an order of tomorrow or of long
     *     ago, {@code install.due} for a due day before the order or years after it, {@code install.unit} for a unit that is
     *     not of the bureau, or not the actor's own where they enter for that alone, {@code
     *     install.kin} for an account of one's own or one's family
     */
    @Transactional
    public Install enter(Actor actor, NewInstall wish) {
        actor.require(Action.WRITE, KIND);
        String number = wish.number().strip();
        if (number.isEmpty() || number.length() > LONGEST) {
            throw Problem.invalid("install.number", "number");
        }
        if (!wish.fees().getCurrencyUnit().equals(ledger.currency(actor))
                || wish.fees().isNegative()
                || wish.fees().getAmountMajor().precision() > MOST_DIGITS) {
            throw Problem.invalid("install.fees", "sum");
        }
        days(actor, wish);
        strange(actor, wish.customer(), wish.ordered());
        if (!units(actor).stream().anyMatch(unit -> unit.id().equals(wish.unit()))) {
            throw Problem.invalid("install.unit", "unit");
        }
        Install one = new Install(
                new InstallId(Ids.next()),
                number,
                wish.what(),
                wish.customer(),
                wish.unit(),
                wish.fees(),
                wish.ordered(),
                wish.due(),
                null,
                false,
                true,
                1);
        if (!rows.insert(actor, one, clock.instant())) {
            throw Problem.invalid("install.number", "number");
        }
        start(actor, one);
        told(actor, one, "install.enter");
        return one;
    }

    private void days(Actor actor, NewInstall wish) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        if (wish.ordered().isAfter(today) || wish.ordered().isBefore(today.minusYears(LONGEST_YEARS))) {
            throw Problem.invalid("install.ordered", "ordered", LONGEST_YEARS);
        }
        if (wish.due().isBefore(wish.ordered())
                || wish.due().isAfter(wish.ordered().plusYears(LONGEST_YEARS))) {
            throw Problem.invalid("install.due", "due", LONGEST_YEARS);
        }
    }

    /** The units whose installations this person may enter and change. */
    public List<Unit> units(Actor actor) {
        Scope scope = actor.require(Action.WRITE, KIND);
        return bureaus.units(actor.bureau()).stream()
                .filter(unit -> scope == Scope.BUREAU || unit.id().equals(actor.unit()))
                .toList();
    }

    private void start(Actor actor, Install one) {
        Instant from = one.ordered().atStartOfDay(actor.zone()).toInstant();
        Instant until = one.due().plusDays(1).atStartOfDay(actor.zone()).toInstant();
        Limit limit =
                Limit.elapsedHours(Math.toIntExact(Duration.between(from, until).toHours()));
        commitments.start(actor, ClockStart.within(limit, subject(one.id()), CLOCK, Calendars.ALWAYS, from));
    }

    static Subject subject(InstallId id) {
        return new Subject(KIND, id.value());
    }

    /**
     * Says on which day it worked, or corrects that; null where it does not work yet after all, or is wanted after all.
     *
     * @throws Problem {@code install.done} for a day that is not between the order and today
     */
    @Transactional
    public InstallResult done(Actor actor, InstallId id, int version, @Nullable LocalDate day) {
        return ended(actor, id, version, day, false);
    }

    /**
     * Says on which day the customer gave it up: what it came to until then is owed, and grows no more.
     *
     * @throws Problem {@code install.done} for a day that is not between the order and today
     */
    @Transactional
    public InstallResult withdrawn(Actor actor, InstallId id, int version, LocalDate day) {
        return ended(actor, id, version, day, true);
    }

    private InstallResult ended(Actor actor, InstallId id, int version, @Nullable LocalDate day, boolean withdrawn) {
        Install before = hold(actor, id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        if (day != null && (day.isAfter(today) || day.isBefore(before.ordered()))) {
            throw Problem.invalid("install.done", "done");
        }
        Install wished = before.as(day, withdrawn, before.ours());
        Optional<InstallResult> waits = wishes.waits(actor, before, version, wished);
        if (waits.isPresent()) {
            return waits.get();
        }
        if (!rows.update(actor.bureau(), wished, version)) {
            return new InstallResult.Stale(before);
        }
        Install after = rows.find(actor.bureau(), id).orElseThrow();
        if (before.done() != null) {
            commitments.reopen(actor, subject(id), CLOCK);
        }
        if (day != null) {
            commitments.stop(actor, subject(id), CLOCK, end(actor, day));
        }
        told(actor, after, withdrawn ? "install.withdrawn" : "install.done");
        return new InstallResult.Done(after);
    }

    /** The day counts as a whole: its last second, or now where it is today. */
    private Instant end(Actor actor, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(actor.zone()).toInstant().minusSeconds(1);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return end.isAfter(now) ? now : end;
    }

    /** Says whether the operator answers for a delay. */
    @Transactional
    public InstallResult answersFor(Actor actor, InstallId id, int version, boolean ours) {
        Install before = hold(actor, id);
        Install wished = before.as(before.done(), before.withdrawn(), ours);
        Optional<InstallResult> waits = wishes.waits(actor, before, version, wished);
        if (waits.isPresent()) {
            return waits.get();
        }
        if (!rows.update(actor.bureau(), wished, version)) {
            return new InstallResult.Stale(before);
        }
        Install after = rows.find(actor.bureau(), id).orElseThrow();
        told(actor, after, ours ? "install.ours" : "install.notours");
        return new InstallResult.Done(after);
    }

    private Install hold(Actor actor, InstallId id) {
        Scope scope = actor.require(Action.WRITE, KIND);
        Install one = rows.hold(actor.bureau(), id).orElseThrow(() -> Problem.absent("install.absent"));
        if (scope != Scope.BUREAU && !one.unit().equals(actor.unit())) {
            throw Problem.forbidden("access.denied");
        }
        strange(actor, one.customer(), one.ordered());
        return one;
    }

    /** Nobody writes for an account that was their own or their family's at any time since the order. */
    private void strange(Actor actor, CustomerId customer, LocalDate ordered) {
        Instant since = ordered.atStartOfDay(actor.zone()).toInstant();
        if (kinships.related(actor.bureau(), actor.staff(), customer, since)) {
            throw Problem.forbidden("install.kin");
        }
    }

    private void told(Actor actor, Install one, String deed) {
        trail.record(actor, deed, KIND, one.id().value(), "{\"version\":" + one.version() + "}");
        outbox.add(
                actor.bureau().value(),
                InstallChanged.TOPIC,
                new InstallChanged(one.id().value()).json());
    }

    @Override
    public Optional<Install> find(Actor actor, InstallId id) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), id);
    }

    @Override
    public List<Install> list(Actor actor, @Nullable LocalDate before, @Nullable UUID id, int limit) {
        actor.require(Action.READ, KIND);
        return rows.list(actor.bureau(), before, id, limit);
    }
}
