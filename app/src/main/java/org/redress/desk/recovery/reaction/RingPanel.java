package org.redress.desk.recovery.reaction;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Attempt;
import org.springframework.stereotype.Component;

/** The ring in a ticket's side pane, and above everything else that the customer still waits for an apology. */
@Component
class RingPanel implements TicketPanel {

    private static final int ORDER = 17;

    private final RingViews views;
    private final Reactions reactions;
    private final Clock clock;

    RingPanel(RingViews views, Reactions reactions, Clock clock) {
        this.views = views;
        this.reactions = reactions;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        if (!actor.may(Action.READ, Reactions.KIND)) {
            return Optional.empty();
        }
        RingShown ring = views.of(actor, ticket, Attempt.NONE);
        return ring.steps().isEmpty()
                ? Optional.empty()
                : Optional.of(new View("recovery/ringpanel.jte", Map.of("ring", ring)));
    }

    @Override
    public Optional<View> above(Actor actor, TicketId ticket) {
        if (!actor.may(Action.READ, Reactions.KIND)) {
            return Optional.empty();
        }
        return reactions.of(actor, ticket).stream()
                .filter(step -> step.step() == ReactionStep.APOLOGY
                        && step.open()
                        && step.dueAt().isBefore(clock.instant()))
                .findFirst()
                .map(step -> new View("recovery/noapology.jte", Map.of("since", step.dueAt(), "now", clock.instant())));
    }
}
