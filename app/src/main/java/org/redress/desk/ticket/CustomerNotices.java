package org.redress.desk.ticket;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * What a customer is told about their own ticket by the product itself, written in the transaction of what it tells of. A
 * customer without an address that can be written to is told by whoever works on the ticket.
 */
@Component
class CustomerNotices {

    /** Customers' own language is not known; the bureau's is spoken. */
    private static final Locale LANGUAGE = Words.CHINESE;

    private final Messages messages;
    private final Customers customers;
    private final Bureaus bureaus;

    CustomerNotices(Messages messages, Customers customers, Bureaus bureaus) {
        this.messages = messages;
        this.customers = customers;
        this.bureaus = bureaus;
    }

    /** It has come in, and by when there will be an answer. */
    void received(Actor actor, Ticket ticket) {
        if (ticket.reply().dueAt() != null) {
            String by = Words.of(LANGUAGE)
                    .date(ticket.reply().dueAt().atZone(actor.zone()).toLocalDate());
            send(actor, ticket, "ticket.received", "open", Map.of("replyBy", by));
        }
    }

    /** Somebody else answers for it from now on. */
    void responsible(Actor actor, Ticket ticket, StaffMember person) {
        send(
                actor,
                ticket,
                "ticket.responsible",
                "responsible." + ticket.version(),
                Map.of("person", person.name(), "personNumber", person.number()));
    }

    /** The answer, where it is not given by mouth. */
    void answered(Actor actor, Ticket ticket, Channel by, String text) {
        if (by.written()) {
            send(actor, ticket, "ticket.answered", "answer." + ticket.version(), Map.of("answer", text));
        }
    }

    void closed(Actor actor, Ticket ticket) {
        send(actor, ticket, "ticket.closed", "close." + ticket.version(), Map.of());
    }

    private void send(Actor actor, Ticket ticket, String code, String occasion, Map<String, String> more) {
        if (ticket.customer() == null) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        Optional<ReachPoint> point = customers.reach(product, ticket.customer());
        point.ifPresent(to -> {
            Map<String, String> parameters = new java.util.HashMap<>(more);
            parameters.put("number", ticket.number().toString());
            parameters.put("subject", ticket.subject());
            messages.send(
                    product,
                    new Message(
                            code,
                            channel(to.kind()),
                            LANGUAGE,
                            Recipient.customer(to.address(), true),
                            new About(
                                    Reach.KIND,
                                    ticket.id().value(),
                                    ticket.number().toString(),
                                    "/tickets/" + ticket.id().value()),
                            occasion,
                            parameters,
                            false));
        });
    }

    private static MessageChannel channel(ReachPoint.Kind kind) {
        return switch (kind) {
            case MOBILE -> MessageChannel.SMS;
            case EMAIL -> MessageChannel.EMAIL;
            case POST -> MessageChannel.LETTER;
        };
    }
}
