package org.redress.desk.fault;

import java.util.List;
import org.redress.desk.contact.CustomerHoldings;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** What a customer has, as the lines say it, until the office keeps orders. */
@Component
class LineHoldings implements CustomerHoldings.Services {

    private final Lines lines;

    LineHoldings(Lines lines) {
        this.lines = lines;
    }

    @Override
    public List<CustomerHoldings.Service> of(Actor actor, CustomerId customer) {
        if (!actor.may(Action.READ, FaultRights.KIND)) {
            return List.of();
        }
        Words words = Words.of(actor.language());
        return lines.of(actor, customer).stream()
                .map(line -> new CustomerHoldings.Service(
                        words.text("fault.service." + line.service()), line.masked(), null))
                .toList();
    }
}
