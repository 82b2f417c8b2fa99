package org.redress.desk.recovery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was given to customers to put a failure right. There is one way in; nothing is changed afterwards, a mistake is
 * taken back by a reversal. Whoever may work on the ticket may give; limits of authority come with the ledger.
 */
@Component
public class Remedies {

    static final String NOTE = "note";
    static final int LONGEST_NOTE = 500;

    private final RemedyRows rows;
    private final SumWithinBoundsPolicy sums;
    private final Tickets tickets;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock clock;

    Remedies(RemedyRows rows, SumWithinBoundsPolicy sums, Tickets tickets, Trail trail, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.sums = sums;
        this.tickets = tickets;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Gives something to the customer of a ticket.
     *
     * @param sum in the bureau's currency, more than 0; null where the kind has none
     * @throws Problem {@code remedy.sum.…} for a sum that does not fit the kind, the currency or the ceiling
     */
    @Transactional
    public RemedyId give(Actor actor, TicketId ticket, RemedyKind kind, @Nullable Money sum, String note) {
        tickets.get(actor, ticket, Action.WRITE);
        sums.check(actor, kind, sum, LocalDate.ofInstant(clock.instant(), actor.zone()));
        return enter(actor, ticket, kind, sum, note);
    }

    /**
     * Gives the customer of a ticket what a law owes them, by the product itself: no ceiling of the house is set against it,
     * and it is in the currency in which it is owed.
     *
     * @param sum more than 0
     */
    @Transactional
    public RemedyId giveOwed(Actor actor, TicketId ticket, RemedyKind kind, Money sum, String note) {
        if (!actor.staff().equals(Staff.COMMAND)) {
            throw Problem.forbidden("access.denied");
        }
        tickets.get(actor, ticket, Action.WRITE);
        sums.checkOwed(kind, sum);
        return enter(actor, ticket, kind, sum, note);
    }

    private RemedyId enter(Actor actor, TicketId ticket, RemedyKind kind, @Nullable Money sum, String note) {
        if (note.strip().length() > LONGEST_NOTE) {
            throw Problem.invalid("remedy.note.long", NOTE, LONGEST_NOTE);
        }
        return write(actor, "remedy.give", given(actor, ticket, kind, sum, note.strip(), clock.instant()), null);
    }

    /**
     * Takes back what was given, by a reversal.
     *
     * @throws Problem {@code remedy.takenback} where that was done before, {@code remedy.reversal} for a reversal
     */
    @Transactional
    public void takeBack(Actor actor, RemedyId id) {
        RemedyRows.Found found = rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("remedy.absent"));
        tickets.get(actor, found.ticket(), Action.WRITE);
        if (found.reversal()) {
            throw Problem.conflict("remedy.reversal");
        }
        Money sum = found.sum() == null ? null : found.sum().negated();
        write(actor, "remedy.takeback", given(actor, found.ticket(), found.kind(), sum, "", clock.instant()), id);
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
        return new Remedy(new RemedyId(Ids.next()), ticket, kind, sum, note, actor.staff(), now, null);
    }

    private RemedyId write(Actor actor, String deed, Remedy remedy, @Nullable RemedyId reverses) {
        if (!rows.add(actor.bureau(), remedy, reverses)) {
            throw Problem.conflict("remedy.takenback");
        }
        String fact = RemedyGiven.of(remedy, reverses).json();
        trail.record(actor, deed, "ticket", remedy.ticket().value(), fact);
        outbox.add(actor.bureau().value(), RemedyGiven.TOPIC, fact);
        return remedy.id();
    }
}
