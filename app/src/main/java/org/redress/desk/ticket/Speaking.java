package org.redress.desk.ticket;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** One event for whatever a customer says or writes about a matter in hand. */
@Component
class Speaking {

    static final String SPOKE = "spoke";

    private final TicketRows rows;
    private final ReplyClocks clocks;
    private final Chronicle chronicle;
    private final Clock clock;

    Speaking(TicketRows rows, ReplyClocks clocks, Chronicle chronicle, Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * Counts the version up even where nothing else changes: who is about to answer must see what the customer has said
     * since. A colleague who is faster is waited for, and what they did is taken as it then stands.
     */
    StepResult spoke(Actor actor, TicketId id, Channel channel, String words) {
        actor.require(Action.WRITE, Reach.KIND);
        String text = Wording.required(words, "text", Wording.LONGEST_TEXT);
        Ticket seen = rows.get(actor, id);
        while (seen.state().inHand()) {
            if (rows.write(actor, id, seen.version(), columns(seen))) {
                return written(actor, seen, channel, text);
            }
            seen = rows.getAnyhow(actor, id);
        }
        return new StepResult.Refused(seen, List.of("ticket.refused.ended"));
    }

    private Map<String, @Nullable Object> columns(Ticket ticket) {
        return ticket.state() == TicketState.PENDING
                ? Change.columns(
                        "state",
                        TicketState.IN_PROGRESS.wire(),
                        "state_since",
                        Moments.at(clock.instant()),
                        "state_reason",
                        null)
                : Change.columns();
    }

    private StepResult written(Actor actor, Ticket before, Channel channel, String text) {
        ReplyNow reply = reply(actor, before);
        if (reply != null) {
            rows.writeReply(actor, before.id(), reply.columns());
        }
        Ticket after = rows.getAnyhow(actor, before.id());
        chronicle.write(
                actor,
                new Happening(before.id().value(), SPOKE, before.state(), after.state(), text, channel.name())
                        .touching(after.version(), Set.of(Happening.EVERYTHING)),
                after);
        return new StepResult.Done(after);
    }

    /** What becomes of the clock: it goes on where it waited for the customer, and begins where the last word was ours. */
    private @Nullable ReplyNow reply(Actor actor, Ticket ticket) {
        if (ticket.reply().paused()) {
            return ticket.state() == TicketState.PENDING
                    ? clocks.resume(actor, ticket.id().value())
                    : null;
        }
        return ticket.reply().dueAt() == null
                ? clocks.start(actor, ticket.id().value(), ticket.unit(), ticket.kind(), clock.instant())
                : null;
    }
}
