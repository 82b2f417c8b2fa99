package org.redress.desk.ticket;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** The one way in which a ticket is changed. */
@Component
class ChangeWriter {

    private final TicketRows rows;
    private final Chronicle chronicle;

    ChangeWriter(TicketRows rows, Chronicle chronicle) {
        this.rows = rows;
        this.chronicle = chronicle;
    }

    /** What others have changed since the person looked does not stand in the way as long as they touched something else. */
    StepResult change(Actor actor, Ticket now, int seen, Function<Ticket, Change> rule) {
        boolean moved = now.version() != seen;
        return switch (rule.apply(now)) {
            case Change.Nothing() -> new StepResult.Done(now);
            case Change.Forbidden(List<String> reasons, List<TicketNumber> unanswered, List<String> leftOut) ->
                moved ? new StepResult.Stale(now) : new StepResult.Refused(now, reasons, unanswered, leftOut);
            case Change.Write write ->
                moved && rows.touched(actor, now.id(), seen, write.touched())
                        ? new StepResult.Stale(now)
                        : write(actor, now, write)
                                .orElseGet(() -> change(actor, rows.getAnyhow(actor, now.id()), seen, rule));
        };
    }

    /** A change that only an open ticket takes. */
    StepResult whileOpen(Actor actor, TicketId id, int version, Function<Ticket, Change> rule) {
        return change(actor, rows.get(actor, id, Action.WRITE), version, openOnly(rule));
    }

    static Function<Ticket, Change> openOnly(Function<Ticket, Change> rule) {
        return ticket -> ticket.state().open() ? rule.apply(ticket) : Change.forbidden("ticket.refused.ended");
    }

    /** Empty where somebody else was faster by a moment. */
    private Optional<StepResult> write(Actor actor, Ticket seen, Change.Write write) {
        if (!rows.write(actor, seen.id(), seen.version(), write.columns())) {
            return Optional.empty();
        }
        ReplyNow reply = write.reply().apply(seen.id().value());
        if (reply != null) {
            rows.writeReply(actor, seen.id(), reply.columns());
        }
        Ticket after = rows.getAnyhow(actor, seen.id());
        chronicle.write(actor, write.happening().touching(after.version(), write.touched()), after);
        if (!after.responsible().equals(seen.responsible())) {
            chronicle.handedOn(actor, after);
        }
        return Optional.of(new StepResult.Done(after));
    }
}
