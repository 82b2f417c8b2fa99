package org.redress.desk.recovery.reaction;

import java.time.Instant;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.RecountedClocks;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.springframework.stereotype.Component;

/** A calendar has changed: the copies of when the steps of a reaction fall due are read anew from its clocks. */
@Component
class ReactionRecount extends RecountedClocks {

    private final ReactionRows rows;
    private final ReactionClocks clocks;

    ReactionRecount(ReactionRows rows, ReactionClocks clocks, Bureaus bureaus) {
        super(Reactions.KIND, bureaus);
        this.rows = rows;
        this.clocks = clocks;
    }

    @Override
    protected void follow(Actor product, UUID subject) {
        TicketId ticket = new TicketId(subject);
        clocks.of(product, ticket).forEach(clock -> {
            Instant due = clock.dueAt();
            for (ReactionStep step : ReactionStep.values()) {
                if (due != null && step.clock().equals(clock.name())) {
                    rows.due(product.bureau(), ticket, step, due);
                }
            }
        });
    }
}
