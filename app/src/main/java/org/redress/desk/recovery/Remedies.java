package org.redress.desk.recovery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.duplicate.DuplicateGuard;
import org.redress.desk.recovery.duplicate.Earlier;
import org.redress.desk.recovery.duplicate.EarlierCases;
import org.redress.desk.recovery.duplicate.EarlierDispute;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.CompensationRuns;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Moved;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.UnitId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was given to customers to put a failure right. There is one way in; nothing is changed afterwards, a mistake is
 * taken back by a reversal. Whoever may work on the ticket may give. What costs money goes through the ledger: within the
 * limits of whoever gives it, it is promised and posts itself, above them it waits for somebody's yes ({@link Approvals}).
 */
@Component
public class Remedies {

    static final String KIND = "kind";
    static final String NOTE = "note";
    static final String WHY = "why";
    static final int LONGEST_NOTE = 500;

    private final RemedyRows rows;
    private final SumWithinBoundsPolicy sums;
    private final PriorityNeedsRepairPolicy repairs;
    private final Approvals approvals;
    private final Compensations ledger;
    private final CompensationRuns runs;
    private final DuplicateGuard guard;
    private final Tickets tickets;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    Remedies(
            RemedyRows rows,
            SumWithinBoundsPolicy sums,
            PriorityNeedsRepairPolicy repairs,
            Approvals approvals,
            Compensations ledger,
            CompensationRuns runs,
            DuplicateGuard guard,
            Tickets tickets,
            Trail trail,
            Outbox outbox,
            Clock clock) {
        this.rows = rows;
        this.sums = sums;
        this.repairs = repairs;
        this.approvals = approvals;
        this.ledger = ledger;
        this.runs = runs;
        this.guard = guard;
        this.tickets = tickets;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives something to the customer of a ticket, where nothing was given for the failure before. */
    @Transactional
    public RemedyId give(Actor actor, TicketId ticket, RemedyKind kind, @Nullable Money sum, String note) {
        return give(actor, ticket, kind, sum, note, "");
    }

    /**
     * Gives something to the customer of a ticket. A sum above the limits of whoever gives it waits: its {@link
     * Remedy#state()} is pending.
     *
     * @param sum in the bureau's currency, more than 0; null where the kind has none
     * @param why it is given although money was given for what may be the same failure; may be empty where none was
     * @throws Problem {@code remedy.sum.…} for a sum that does not fit the kind, the currency or the ceiling, {@code
     *     remedy.earlier…} for a missing reason, {@code remedy.twice} or {@code
     *     remedy.twice.run} where it is the same failure for certain, {@code
     *     approval.nobody} where no post may give so much, {@code remedy.norepair} for a repair that comes first where none
     *     is to be done
     */
    @Transactional
    public RemedyId give(Actor actor, TicketId ticket, RemedyKind kind, @Nullable Money sum, String note, String why) {
        Ticket on = tickets.get(actor, ticket, Action.WRITE);
        repairs.check(actor, ticket, kind, KIND);
        sums.check(actor, kind, sum, LocalDate.ofInstant(clock.instant(), actor.zone()));
        Remedy remedy = given(actor, ticket, kind, sum, said(note), clock.instant());
        if (sum == null) {
            return write(actor, "remedy.give", remedy, null, true);
        }
        ledger.hold(actor);
        once(actor, on, why);
        Compensation paying = approvals.give(actor, proposal(actor, on, remedy, sum, actor.unit(), why));
        return write(actor, "remedy.give", remedy, null, paying.account().stands());
    }

    private void once(Actor actor, Ticket ticket, String why) {
        EarlierCases known = guard.look(actor, ticket);
        if (known.byChoice().isEmpty()) {
            disputed(actor, known, why);
            return;
        }
        Earlier first = known.byChoice().getFirst();
        Object[] said = {
            first.ticket() == null ? "" : first.ticket().number().toString(),
            money(actor, first.compensation().sum()),
            first.compensation().day().toString()
        };
        if (first.likeness().same()) {
            // What a run has given was given on no ticket.
            String code = first.compensation().run() == null ? "remedy.twice" : "remedy.twice.run";
            throw Problem.invalid(code, SumTyped.FIELD, said);
        }
        if (why.isBlank() && first.ticket() == null) {
            throw Problem.invalid("remedy.earlier.run", WHY, said[1], said[2]);
        }
        if (why.isBlank()) {
            throw Problem.invalid("remedy.earlier", WHY, said);
        }
    }

    /** A bill that was put right is not money given, but whoever gives beside it says that they know of it. */
    private static void disputed(Actor actor, EarlierCases known, String why) {
        if (why.isBlank() && !known.disputes().isEmpty()) {
            EarlierDispute first = known.disputes().getFirst();
            throw Problem.invalid(
                    "remedy.earlier.dispute",
                    WHY,
                    first.number().toString(),
                    money(actor, first.dispute().sum()),
                    first.dispute().day().toString());
        }
    }

    private static String money(Actor actor, Money sum) {
        return Words.of(actor.language()).money(sum);
    }

    private Proposal proposal(Actor actor, Ticket on, Remedy remedy, Money sum, UnitId unit, String why) {
        return new Proposal(
                new CompensationId(remedy.id().value()),
                "remedy." + remedy.id().value(),
                on.id(),
                on.customer(),
                unit,
                remedy.kind().code(),
                guard.failure(actor, on.id()),
                DuplicateGuard.type(on),
                sum,
                why);
    }

    /**
     * Gives the customer of a ticket what a law owes them, by the product itself: no ceiling, limit or budget of the house is
     * set against it, and it is in the currency in which it is owed. One that is not the bureau's does not go through the
     * ledger, which has one currency.
     *
     * @param sum more than 0
     */
    @Transactional
    public RemedyId giveOwed(Actor actor, TicketId ticket, RemedyKind kind, Money sum, String note) {
        if (!actor.staff().equals(Staff.COMMAND)) {
            throw Problem.forbidden("access.denied");
        }
        Ticket on = tickets.get(actor, ticket, Action.WRITE);
        sums.checkOwed(kind, sum);
        Remedy remedy = given(actor, ticket, kind, sum, said(note), clock.instant());
        if (sum.getCurrencyUnit().equals(ledger.currency(actor))) {
            Proposal owed = proposal(actor, on, remedy, sum, on.unit(), "");
            runs.promiseOwed(actor, List.of(owed.withoutFailure()));
        }
        return write(actor, "remedy.give", remedy, null, true);
    }

    private static String said(String note) {
        String said = note.strip();
        if (said.length() > LONGEST_NOTE) {
            throw Problem.invalid("remedy.note.long", NOTE, LONGEST_NOTE);
        }
        return said;
    }

    /**
     * Takes back what was given, by a reversal, and its sum with it; what still waited for a yes is withdrawn.
     *
     * @throws Problem {@code remedy.takenback} where that was done before, {@code remedy.reversal} for a reversal, {@code
     *     remedy.run} for what a run of credits gave, {@code remedy.refused} where its sum was refused, so that nothing was given
     */
    @Transactional
    public void takeBack(Actor actor, RemedyId id) {
        RemedyRows.Found found = rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("remedy.absent"));
        tickets.get(actor, found.ticket(), Action.WRITE);
        if (found.reversal()) {
            throw Problem.conflict("remedy.reversal");
        }
        if (found.ofRun()) {
            throw Problem.conflict("remedy.run");
        }
        boolean told = takeBackSum(actor, new CompensationId(id.value()));
        Money sum = found.sum() == null ? null : found.sum().negated();
        write(actor, "remedy.takeback", given(actor, found.ticket(), found.kind(), sum, "", clock.instant()), id, told);
    }

    /** Whether the customer had it. */
    private boolean takeBackSum(Actor actor, CompensationId id) {
        ledger.hold(actor);
        Compensation paying = ledger.find(actor, id).orElse(null);
        if (paying == null) {
            return true;
        }
        if (paying.account() == Account.REFUSED) {
            throw Problem.conflict("remedy.refused");
        }
        boolean had = paying.account().stands();
        Moved back = had ? ledger.reverse(actor, id, "") : approvals.withdraw(actor, id, "");
        if (back instanceof Moved.Refused(Moved.Why why) && why != Moved.Why.REVERSED) {
            throw new IllegalStateException("a remedy cannot be taken back: " + why);
        }
        return had;
    }

    /** Those of these compensations that pay for remedies were promised after they had waited: it is told now. */
    void promised(Actor product, Collection<UUID> compensations) {
        Instant now = clock.instant();
        rows.thatWaited(product.bureau(), compensations)
                .forEach(remedy -> outbox.add(
                        product.bureau().value(),
                        RemedyGiven.TOPIC,
                        RemedyGiven.of(remedy, null, now).json()));
    }

    /** What was given on these tickets, taken back or not, the oldest first; one query. */
    public Map<TicketId, List<Remedy>> of(Actor actor, Collection<TicketId> ids) {
        actor.require(Action.READ, "ticket");
        return rows.of(actor.bureau(), ids).stream().collect(Collectors.groupingBy(Remedy::ticket));
    }

    /** What stands of these remedies in money of a currency. */
    public static Money total(Collection<Remedy> remedies, CurrencyUnit currency) {
        return remedies.stream()
                .filter(Remedy::stands)
                .map(Remedy::sum)
                .filter(Objects::nonNull)
                .filter(sum -> sum.getCurrencyUnit().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    /** The currency in which the bureau gives. */
    public CurrencyUnit currency(Actor actor) {
        return sums.currency(actor);
    }

    private static Remedy given(
            Actor actor, TicketId ticket, RemedyKind kind, @Nullable Money sum, String note, Instant now) {
        return new Remedy(
                new RemedyId(Ids.next()), ticket, kind, sum, note, actor.staff(), now, null, Remedy.State.GIVEN, null);
    }

    /** @param told whether the customer has it, or had it, so that others hear of it */
    private RemedyId write(Actor actor, String deed, Remedy remedy, @Nullable RemedyId reverses, boolean told) {
        if (!rows.add(actor.bureau(), remedy, reverses)) {
            throw Problem.conflict("remedy.takenback");
        }
        String fact = RemedyGiven.of(remedy, reverses, remedy.givenAt()).json();
        trail.record(actor, deed, "ticket", remedy.ticket().value(), fact);
        if (told) {
            outbox.add(actor.bureau().value(), RemedyGiven.TOPIC, fact);
        }
        return remedy.id();
    }
}
