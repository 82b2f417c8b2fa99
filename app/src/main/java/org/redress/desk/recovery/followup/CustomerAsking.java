package org.redress.desk.recovery.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.contact.CustomerPanel;
import org.redress.desk.recovery.credit.CreditFiles;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Leads from the file of a customer whom nothing has failed, neither alone nor with many others, to the questions by which the
 * others are compared.
 */
@Component
class CustomerAsking implements CustomerPanel {

    private static final int ORDER = 70;

    private final ObjectProvider<CreditFiles> runs;

    CustomerAsking(ObjectProvider<CreditFiles> runs) {
        this.runs = runs;
    }

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
        return asked.tickets().isEmpty()
                        && !asked.taking()
                        && actor.may(Action.WRITE, FollowUps.KIND)
                        && !runs.getObject().hit(actor, asked.customer())
                ? Optional.of(new View("followup/customer.jte", Map.of("customer", asked.customer())))
                : Optional.empty();
    }
}
