package org.redress.desk.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.contact.CustomerPanel;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.ground.identity.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * That it is not the first failure, before everything else that anybody has to say of a ticket or of a customer: a second
 * failure undoes a good recovery.
 */
@Configuration(proxyBeanMethods = false)
class RepeatedFirst {

    private static final int BEFORE_ALL = 0;

    @Bean
    TicketPanel repeatedOnTicket(RepeatedFailures repeated) {
        return new TicketPanel() {
            @Override
            public int order() {
                return BEFORE_ALL;
            }

            @Override
            public Optional<View> show(Actor actor, TicketId ticket) {
                return Optional.empty();
            }

            @Override
            public Optional<View> above(Actor actor, TicketId ticket) {
                FailuresBefore before = repeated.before(actor, ticket);
                return before.none()
                        ? Optional.empty()
                        : Optional.of(new View("recovery/before.jte", Map.of("before", before, "zone", actor.zone())));
            }
        };
    }

    @Bean
    CustomerPanel repeatedOfCustomer(SufferedPanel suffered) {
        return new CustomerPanel() {
            @Override
            public int order() {
                return BEFORE_ALL;
            }

            @Override
            public Optional<View> show(Actor actor, List<TicketCard> tickets) {
                return Optional.empty();
            }

            @Override
            public Optional<View> above(Actor actor, List<TicketCard> tickets) {
                return suffered.first(actor, tickets);
            }
        };
    }
}
