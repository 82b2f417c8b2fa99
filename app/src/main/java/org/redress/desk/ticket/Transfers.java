package org.redress.desk.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handing responsibility on. Whoever took a ticket first answers for it to the end, unless somebody else accepts it; an
 * offer alone moves nothing, so that no ticket falls between two.
 */
@Component
public class Transfers {

    private final TicketRows rows;
    private final TransferRows transfers;
    private final Changes changes;
    private final Chronicle chronicle;
    private final CustomerNotices notices;
    private final OfferNotice bell;
    private final Successors successors;
    private final Staff staff;

    Transfers(
            TicketRows rows,
            TransferRows transfers,
            Changes changes,
            Chronicle chronicle,
            CustomerNotices notices,
            OfferNotice bell,
            Successors successors,
            Staff staff) {
        this.rows = rows;
        this.transfers = transfers;
        this.changes = changes;
        this.chronicle = chronicle;
        this.notices = notices;
        this.bell = bell;
        this.successors = successors;
        this.staff = staff;
    }

    /** The offer that waits for an answer, if there is one. */
    public Optional<Transfer> open(Actor actor, TicketId ticket) {
        rows.get(actor, ticket);
        return transfers.open(actor, ticket);
    }

    /** Offers that wait for this person, the oldest first. */
    public List<Transfer> waitingForMe(Actor actor, int limit) {
        actor.require(Action.READ, Reach.KIND);
        return transfers.waitingFor(actor, actor.staff(), limit);
    }

    /**
     * Offers the responsibility for a ticket to somebody; for whoever has it and for those who give out work. What nobody
     * has taken yet is given without being asked for.
     */
    @Transactional
    public StepResult offer(Actor actor, TicketId id, int version, StaffId to, String why) {
        String reason = Wording.required(why, "reason", Wording.LONGEST_REASON);
        StaffMember receiver = staff.find(actor, to)
                .filter(StaffMember::active)
                .orElseThrow(() -> Problem.invalid("ticket.receiver.absent", "to"));
        rows.hold(actor, id);
        Ticket ticket = offerable(actor, id);
        if (!ticket.taken()) {
            return assign(actor, ticket, version, receiver, reason);
        }
        if (!ticket.state().open()) {
            return new StepResult.Refused(ticket, List.of("ticket.refused.ended"));
        }
        if (ticket.responsible().equals(to)) {
            return new StepResult.Refused(ticket, List.of("ticket.refused.already"));
        }
        UUID offer = Ids.next();
        if (!transfers.add(actor, offer, ticket, to, reason)) {
            return new StepResult.Refused(ticket, List.of("ticket.refused.offered"));
        }
        rows.offer(actor, id, to);
        bell.offered(actor, offer, ticket, receiver);
        chronicle.writeQuietly(
                actor, Happening.of(ticket, "offer", reason, to.value().toString()));
        return new StepResult.Done(ticket);
    }

    private StepResult assign(Actor actor, Ticket ticket, int version, StaffMember receiver, String why) {
        StepResult result = changes.give(actor, ticket, version, receiver, "assign", why);
        if (result instanceof StepResult.Done(Ticket given) && !receiver.id().equals(actor.staff())) {
            bell.assigned(actor, given, receiver, why);
        }
        return successors.told(actor, ticket, result);
    }

    private Ticket offerable(Actor actor, TicketId id) {
        Ticket ticket = rows.get(actor, id);
        return actor.staff().equals(ticket.responsible()) && ticket.taken()
                ? rows.get(actor, id, Action.WRITE)
                : rows.get(actor, id, Action.ASSIGN);
    }

    /** Takes the responsibility that was offered: from now on this person answers for the ticket. */
    @Transactional
    public StepResult accept(Actor actor, TicketId id) {
        Ticket ticket = rows.get(actor, id);
        Transfer offer = transfers
                .held(actor, id)
                .filter(one -> one.to().equals(actor.staff()))
                .orElse(null);
        if (offer == null) {
            return new StepResult.Refused(ticket, List.of("ticket.refused.nooffer"));
        }
        StaffMember self = staff.find(actor, actor.staff()).orElseThrow();
        StepResult result = changes.give(actor, ticket, ticket.version(), self, "accept", offer.why());
        if (result instanceof StepResult.Done) {
            transfers.end(actor, offer, Transfer.Outcome.ACCEPTED, null);
            rows.offer(actor, id, null);
            notices.responsible(actor, rows.get(actor, id), self.name(), self.number());
        }
        return result;
    }

    /** Refuses what was offered, with the reason; everything stays as it was. */
    @Transactional
    public StepResult refuse(Actor actor, TicketId id, String why) {
        String reason = Wording.required(why, "reason", Wording.LONGEST_REASON);
        return end(actor, id, Transfer.Outcome.REFUSED, "refuse", reason);
    }

    /** Takes an offer back that has not been answered. */
    @Transactional
    public StepResult withdraw(Actor actor, TicketId id) {
        return end(actor, id, Transfer.Outcome.WITHDRAWN, "withdraw", null);
    }

    /** The receiver refuses; whoever offered it, answers for the ticket or gives out work takes it back. */
    private static boolean entitled(Actor actor, Transfer offer, Transfer.Outcome outcome) {
        return outcome == Transfer.Outcome.REFUSED
                ? actor.staff().equals(offer.to())
                : actor.staff().equals(offer.offeredBy())
                        || actor.staff().equals(offer.from())
                        || actor.may(Action.ASSIGN, Reach.KIND);
    }

    /** Whether this person may take back what somebody has offered. */
    public boolean mayWithdraw(Actor actor, Transfer offer) {
        return entitled(actor, offer, Transfer.Outcome.WITHDRAWN);
    }

    private StepResult end(Actor actor, TicketId id, Transfer.Outcome outcome, String what, @Nullable String reason) {
        Ticket ticket = rows.get(actor, id);
        Transfer offer = transfers.held(actor, id).orElse(null);
        if (offer == null || !entitled(actor, offer, outcome)) {
            return new StepResult.Refused(ticket, List.of("ticket.refused.nooffer"));
        }
        transfers.end(actor, offer, outcome, reason);
        rows.offer(actor, id, null);
        chronicle.writeQuietly(
                actor, Happening.of(ticket, what, reason, offer.to().value().toString()));
        return new StepResult.Done(ticket);
    }
}
