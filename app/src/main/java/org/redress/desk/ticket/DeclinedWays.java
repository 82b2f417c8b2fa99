package org.redress.desk.ticket;

import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.ConsentDeclined;
import org.redress.ground.party.Customers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A customer has declined a way: what waits to leave on it stays. */
@Component
class DeclinedWays {

    private final Customers customers;
    private final Messages messages;
    private final Bureaus bureaus;

    DeclinedWays(Customers customers, Messages messages, Bureaus bureaus) {
        this.customers = customers;
        this.messages = messages;
        this.bureaus = bureaus;
    }

    @EventListener
    void on(ConsentDeclined declined) {
        Actor product = bureaus.command(bureaus.get(declined.bureau()));
        customers
                .reach(product, declined.customer(), declined.way())
                .ifPresent(to -> messages.withhold(
                        product,
                        MessageChannel.to(declined.way()),
                        to.address(),
                        declined.customer().value()));
    }
}
