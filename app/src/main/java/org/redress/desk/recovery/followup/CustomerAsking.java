package org.redress.desk.recovery.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.contact.CustomerPanel;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** Leads from the file of a customer without a failure to the questions by which those with one are compared. */
@Component
class CustomerAsking implements CustomerPanel {

    private static final int ORDER = 70;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, List<TicketCard> tickets) {
        return Optional.empty();
    }

    @Override
    public Optional<View> above(Actor actor, Asked asked) {
        return asked.tickets().isEmpty() && !asked.taking() && actor.may(Action.WRITE, FollowUps.KIND)
                ? Optional.of(new View("followup/customer.jte", Map.of("customer", asked.customer())))
                : Optional.empty();
    }
}
