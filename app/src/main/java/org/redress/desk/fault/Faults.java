package org.redress.desk.fault;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.RepairResult.Done;
import org.redress.desk.fault.RepairResult.Refused;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.UnitId;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Faults and their work orders. A report opens a ticket; the repair post takes the order up and restores the line; the
 * customer says whether it works. Steps of one fault follow one another: whoever comes second is told what is possible now.
 */
@Component
public class Faults {

    private final FaultReports reports;
    private final FaultRows rows;
    private final StepRows steps;
    private final RepairClocks clocks;
    private final RepairPosts posts;
    private final RepairPriorities priorities;
    private final ConfirmationTries tries;
    private final FaultRights rights;
    private final Tickets tickets;
    private final Clock clock;

    Faults(
            FaultReports reports,
            FaultRows rows,
            StepRows steps,
            RepairClocks clocks,
            RepairPosts posts,
            RepairPriorities priorities,
            ConfirmationTries tries,
            FaultRights rights,
            Tickets tickets,
            Clock clock) {
        this.reports = reports;
        this.rows = rows;
        this.steps = steps;
        this.clocks = clocks;
        this.posts = posts;
        this.priorities = priorities;
        this.tries = tries;
        this.rights = rights;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * Reports a fault: a contact, a ticket for which whoever reports it answers, and a work order at the repair post, all or
     * nothing. A line that is under repair is left as it is.
     */
    @Transactional
    public Reporting report(Actor actor, NewFault wish) {
        return reports.report(actor, wish);
    }

    /**
     * Puts a work order on a ticket that came another way; the law's clock runs from when that was received.
     *
     * @throws Problem {@link #barred} with the field {@code line}, or {@code fault.ticket.customer} where the line is not of
     *     the ticket's customer
     */
    @Transactional
    public Reporting report(Actor actor, TicketId ticket, NewOrder wish) {
        return reports.report(actor, ticket, wish);
    }

    /** Code of the problem that keeps a work order from being put on a ticket. */
    public static Optional<String> barred(Ticket ticket) {
        if (ticket.kind() != TicketKind.FAULT || !ticket.state().inHand()) {
            return Optional.of("fault.ticket.ended");
        }
        return ticket.customer() == null ? Optional.of("fault.ticket.anonymous") : Optional.empty();
    }

    /** Sends the order to another post. */
    @Transactional
    public RepairResult send(Actor actor, FaultId id, UnitId unit, String why) {
        return move(actor, id, RepairStep.SEND, fault -> {
            String reason = Typed.required(why, "why");
            posts.check(actor, unit);
            return arrived(actor, write(actor, fault.sentTo(unit), RepairStep.SEND, null, reason));
        });
    }

    @Transactional
    public RepairResult accept(Actor actor, FaultId id) {
        return move(
                actor,
                id,
                RepairStep.ACCEPT,
                fault -> write(actor, fault.acceptedBy(actor.staff()), RepairStep.ACCEPT, null, ""));
    }

    @Transactional
    public RepairResult arrive(Actor actor, FaultId id) {
        return move(actor, id, RepairStep.ARRIVE, fault -> write(actor, fault.arrived(), RepairStep.ARRIVE, null, ""));
    }

    /** The line works again: what was found, what was done. */
    @Transactional
    public RepairResult restore(Actor actor, FaultId id, FaultCause cause, String done) {
        return move(actor, id, RepairStep.RESTORE, fault -> {
            String what = Typed.required(done, "done");
            Instant now = now();
            boolean late = clocks.stop(actor, id, now);
            return write(actor, fault.restored(cause, what, now, late), RepairStep.RESTORE, cause.name(), what);
        });
    }

    /** The post cannot restore it: what was found, and why not. */
    @Transactional
    public RepairResult fail(Actor actor, FaultId id, FaultCause cause, String why) {
        return move(actor, id, RepairStep.FAIL, fault -> {
            String reason = Typed.required(why, "done");
            return write(actor, fault.notRestored(cause, reason), RepairStep.FAIL, cause.name(), reason);
        });
    }

    /**
     * Agrees with the customer on a time.
     *
     * @param wished whether the customer asked for it: the clock then stands still until it begins, and runs on by itself
     */
    @Transactional
    public RepairResult appoint(Actor actor, FaultId id, Window window, boolean wished) {
        return move(actor, id, RepairStep.APPOINT, fault -> {
            window.checked(now());
            Instant due = wished ? clocks.waitFor(actor, fault, window) : clocks.goOn(actor, fault);
            return write(actor, fault.appointed(window, due), RepairStep.APPOINT, null, "");
        });
    }

    /** The customer says that it works. */
    @Transactional
    public RepairResult confirm(Actor actor, FaultId id, Channel how, String words) {
        return move(
                actor,
                id,
                RepairStep.CONFIRM,
                fault -> write(
                        actor,
                        fault.confirmed(),
                        RepairStep.CONFIRM,
                        how.name(),
                        Typed.optional(words, "words", Typed.TEXT)));
    }

    /** The customer says that it does not: back to the post, and the clock runs on as if it had never stopped. */
    @Transactional
    public RepairResult deny(Actor actor, FaultId id, Channel how, String words) {
        return move(actor, id, RepairStep.DENY, fault -> {
            String said = Typed.required(words, "words");
            Fault denied = fault.denied(clocks.reopen(actor, id));
            return arrived(actor, write(actor, denied, RepairStep.DENY, how.name(), said));
        });
    }

    /**
     * Somebody tried to ask the customer and did not reach them; kept with what stood in the way. After as many tries as the
     * rule says nobody has to ask any longer, and the order ends as what it is: restored, not confirmed.
     */
    @Transactional
    public RepairResult notReached(Actor actor, FaultId id, Channel how, String why) {
        return move(actor, id, RepairStep.NOT_REACHED, fault -> {
            String reason = Typed.required(why, "words");
            Fault tried = write(actor, fault.tried(), RepairStep.NOT_REACHED, how.name(), reason);
            return tries.spent(actor, id) ? write(actor, tried.givenUp(), RepairStep.GIVE_UP, null, "") : tried;
        });
    }

    private Fault arrived(Actor actor, Fault fault) {
        priorities.arrived(actor.bureau(), fault);
        return fault;
    }

    /** The ticket was taken back: nothing is owed any longer. Does nothing where the fault has ended. */
    @Transactional
    void withdraw(Actor product, FaultId id) {
        Fault fault = rows.hold(product.bureau(), id).orElseThrow();
        if (fault.legal(RepairStep.WITHDRAW)) {
            clocks.cancel(product, fault);
            write(product, fault.withdrawn(), RepairStep.WITHDRAW, null, "");
        }
    }

    private RepairResult move(Actor actor, FaultId id, RepairStep step, UnaryOperator<Fault> then) {
        get(actor, id);
        Fault fault = rows.hold(actor.bureau(), id).orElseThrow();
        FaultRights.require(rights.may(actor, fault, tickets.get(actor, fault.ticket()), step));
        return fault.legal(step)
                ? new Done(then.apply(fault))
                : new Refused(fault.state(), fault.state().legal());
    }

    private Fault write(Actor actor, Fault after, RepairStep step, @Nullable String about, String words) {
        Fault written = rows.update(actor.bureau(), after);
        steps.add(actor, written, new RepairEvent(after.id(), step, after.unit(), about, words, actor.staff(), now()));
        return written;
    }

    /** Clocks count whole seconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The fault of a ticket, if it was reported here. */
    public Optional<Fault> ofTicket(Actor actor, TicketId ticket) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.ofTickets(actor.bureau(), List.of(ticket)).stream().findFirst();
    }

    public Fault get(Actor actor, FaultId id) {
        actor.require(Action.READ, FaultRights.KIND);
        return rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("fault.absent"));
    }
}
