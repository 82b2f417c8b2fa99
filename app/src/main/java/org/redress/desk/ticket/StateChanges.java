package org.redress.desk.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.PauseRights;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Who takes a ticket up, and how it goes from state to state: what each step asks for, and what it writes. */
@Component
class StateChanges {

    private final TicketRows rows;
    private final ChangeWriter writer;
    private final ReplyClocks clocks;
    private final ClosingRule closing;
    private final Successors successors;
    private final ReopenPeriod period;
    private final PauseRights pauses;
    private final Clock clock;

    StateChanges(
            TicketRows rows,
            ChangeWriter writer,
            ReplyClocks clocks,
            ClosingRule closing,
            Successors successors,
            ReopenPeriod period,
            PauseRights pauses,
            Clock clock) {
        this.rows = rows;
        this.writer = writer;
        this.clocks = clocks;
        this.closing = closing;
        this.successors = successors;
        this.period = period;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** Whoever takes it first answers for it. The pool of what nobody has taken is open to all who may work on tickets. */
    StepResult take(Actor actor, TicketId id) {
        actor.require(Action.WRITE, Reach.KIND);
        Ticket seen = rows.get(actor, id);
        StepResult taken = writer.change(actor, seen, seen.version(), ticket -> {
            if (ticket.taken()) {
                return ticket.responsible().equals(actor.staff())
                        ? new Change.Nothing()
                        : Change.forbidden("ticket.refused.taken");
            }
            return ticket.state().open()
                    ? Change.write(Happening.of(ticket, "take", null, null), taking(actor))
                    : Change.forbidden("ticket.refused.ended");
        });
        return successors.told(actor, seen, taken);
    }

    private Map<String, @Nullable Object> taking(Actor actor) {
        return Change.columns(
                "responsible", actor.staff().value(), "unit", actor.unit().value(), "taken_at", now());
    }

    StepResult step(Actor actor, TicketId id, int version, Step step, @Nullable String why, Held held) {
        String reason = step.needsReason()
                ? Wording.required(why, "reason", Wording.LONGEST_REASON)
                : Wording.optional(why, "reason", Wording.LONGEST_REASON);
        Ticket seen = rows.get(actor, id, Action.WRITE);
        StepResult stepped = writer.change(actor, seen, version, ticket -> {
            if (!step.from().contains(ticket.state())) {
                return Change.forbidden("ticket.refused.step");
            }
            if (step.to().waits()) {
                pauses.require(actor, held.reason(), ticket.responsible(), ticket.unit());
            }
            if (step == Step.REOPEN && period.over(actor, ticket)) {
                return Change.forbidden("ticket.refused.reopen");
            }
            List<String> missing = switch (step) {
                case RESOLVE -> closing.unresolved(actor, ticket);
                case REJECT, CANCEL -> closing.unended(actor, ticket, step);
                default -> List.of();
            };
            if (!missing.isEmpty()) {
                return Change.forbidden(missing);
            }
            Map<String, @Nullable Object> columns =
                    Change.columns("state", step.to().wire(), "state_since", now(), "state_reason", reason);
            columns.put("held_until", Moments.atOrNull(step == Step.HOLD ? held.until() : null));
            if (step == Step.START && !ticket.taken()) {
                columns.putAll(taking(actor));
            }
            switch (step) {
                case RESOLVE -> columns.put("resolved_at", now());
                case REOPEN -> {
                    columns.put("resolved_at", null);
                    columns.put("closed_at", null);
                    columns.put("consent", null);
                    columns.put("reopened", ticket.outcome().reopened() + 1);
                }
                case REJECT, CANCEL -> columns.put("closed_at", now());
                default -> {}
            }
            return new Change.Write(
                    Happening.of(ticket, step, reason), columns, onClock(actor, ticket, step, held, reason));
        });
        return successors.told(actor, seen, stepped);
    }

    /** What was held for an appointment goes on by itself when its moment has come; nothing where somebody was faster. */
    StepResult goOn(Actor product, Ticket held) {
        return writer.change(product, held, held.version(), ticket -> {
            Instant until = ticket.heldUntil();
            return until == null
                            || until.isAfter(clock.instant())
                            || !Step.RESUME.from().contains(ticket.state())
                    ? new Change.Nothing()
                    : new Change.Write(
                            Happening.of(ticket, Step.RESUME, null).about(PauseReason.APPOINTMENT.name()),
                            Change.columns(
                                    "state",
                                    Step.RESUME.to().wire(),
                                    "state_since",
                                    now(),
                                    "state_reason",
                                    null,
                                    "held_until",
                                    null),
                            onClock(product, ticket, Step.RESUME, Held.FOR_CUSTOMER, null));
        });
    }

    private Change.OnClock onClock(Actor actor, Ticket ticket, Step step, Held held, @Nullable String reason) {
        boolean runs = ticket.reply().dueAt() != null;
        boolean stands = ticket.reply().paused();
        boolean awaited = ticket.reply().awaited();
        return switch (step) {
            case PEND, HOLD -> id -> runs ? clocks.pause(actor, id, held, reason == null ? "" : reason) : null;
            case RESUME -> id -> stands ? clocks.resume(actor, id) : null;
            case REJECT, CANCEL -> id -> awaited ? clocks.cancel(actor, id) : null;
            // The customer is not content: a reply is owed from now on, if not since before.
            case REOPEN ->
                id -> awaited ? null : clocks.start(actor, id, ticket.unit(), ticket.kind(), clock.instant());
            // That it is put right is no answer: the clock runs until the customer has been told.
            case START, RESOLVE, CLOSE -> id -> null;
        };
    }

    StepResult close(Actor actor, TicketId id, int version, Without without) {
        Without why = without.checked();
        return writer.change(actor, rows.get(actor, id, Action.WRITE), version, ticket -> {
            if (!Step.CLOSE.from().contains(ticket.state())) {
                return Change.forbidden("ticket.refused.step");
            }
            List<TicketNumber> unanswered = closing.unanswered(actor, ticket);
            List<String> leftOut = closing.leftOut(actor, ticket);
            List<String> missing = closing.missing(actor, ticket, why, !unanswered.isEmpty(), !leftOut.isEmpty());
            if (!missing.isEmpty()) {
                return new Change.Forbidden(missing, unanswered, leftOut);
            }
            return new Change.Write(
                    Happening.of(ticket, Step.CLOSE, null),
                    Change.columns(
                            "state",
                            TicketState.CLOSED.wire(),
                            "state_since",
                            now(),
                            "state_reason",
                            null,
                            "closed_at",
                            now(),
                            "without_answer",
                            ticket.reply().owed() ? why.answer() : null,
                            "without_settlement",
                            ticket.outcome().settlement() == null ? why.settlement() : null,
                            "without_control",
                            leftOut.isEmpty() ? null : why.control()),
                    one -> ticket.reply().awaited() ? clocks.stop(actor, one, clock.instant()) : null);
        });
    }

    private Object now() {
        return Moments.at(clock.instant());
    }
}
