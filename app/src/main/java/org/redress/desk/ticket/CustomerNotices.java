package org.redress.desk.ticket;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/**
 * What a customer is told about their own ticket by the product itself, written in the transaction of what it tells of. A
 * customer without an address that can be written to is told by whoever works on the ticket.
 */
@Component
class CustomerNotices {

    /** Customers' own language is not known; the bureau's is spoken. */
    private static final Locale LANGUAGE = Words.CHINESE;

    /** Longer texts are no short messages; they are read to the customer, mailed or written. */
    static final int LONGEST_SMS = 1000;

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
    void responsible(Actor actor, Ticket ticket, String name, String number) {
        send(
                actor,
                ticket,
                "ticket.responsible",
                "responsible." + ticket.version(),
                Map.of("person", name, "personNumber", number));
    }

    /**
     * The answer, by the way that was chosen, where that is one on which the product writes and the customer can be reached
     * on it; a {@link Problem} where they have declined it, for what is withheld is no answer.
     */
    void answered(Actor actor, Ticket ticket, Channel by, String text) {
        ReachPoint.Kind kind = way(by);
        if (kind != null && ticket.customer() != null) {
            Actor product = bureaus.command(bureaus.get(actor.bureau()));
            customers.reach(product, ticket.customer(), kind).ifPresent(to -> {
                if (kind == ReachPoint.Kind.MOBILE && text.length() > LONGEST_SMS) {
                    throw Problem.invalid("ticket.answer.sms", "text", LONGEST_SMS);
                }
                if (!to.consented()) {
                    throw Problem.invalid("ticket.answer.declined", "channel");
                }
                send(product, ticket, "ticket.answered", "answer." + ticket.version(), to, Map.of("answer", text));
            });
        }
    }

    private static ReachPoint.@Nullable Kind way(Channel by) {
        return switch (by) {
            case SMS -> ReachPoint.Kind.MOBILE;
            case EMAIL -> ReachPoint.Kind.EMAIL;
            case LETTER -> ReachPoint.Kind.POST;
            case HOT_LINE, COUNTER, WEB, SOCIAL, REGULATOR, VISIT, OTHER -> null;
        };
    }

    void closed(Actor actor, Ticket ticket) {
        send(actor, ticket, "ticket.closed", "close." + ticket.version(), Map.of());
    }

    /** It ends without being resolved, and why: in words that the customer's way can carry. */
    void ended(Actor actor, Ticket ticket, String why) {
        reach(actor, ticket)
                .filter(to -> to.kind() == ReachPoint.Kind.MOBILE && why.length() > LONGEST_SMS)
                .ifPresent(to -> {
                    throw Problem.invalid("ticket.ended.sms", "reason", LONGEST_SMS);
                });
        send(actor, ticket, "ticket.ended", "end." + ticket.version(), Map.of("reason", why));
    }

    private void send(Actor actor, Ticket ticket, String code, String occasion, Map<String, String> more) {
        reach(actor, ticket)
                .ifPresent(to -> send(bureaus.command(bureaus.get(actor.bureau())), ticket, code, occasion, to, more));
    }

    private Optional<ReachPoint> reach(Actor actor, Ticket ticket) {
        return ticket.customer() == null
                ? Optional.empty()
                : customers.reach(bureaus.command(bureaus.get(actor.bureau())), ticket.customer());
    }

    private void send(
            Actor product, Ticket ticket, String code, String occasion, ReachPoint to, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("number", ticket.number().toString());
        parameters.put("subject", ticket.subject());
        messages.send(
                product,
                new Message(
                        code,
                        channel(to.kind()),
                        LANGUAGE,
                        Recipient.customer(
                                Objects.requireNonNull(ticket.customer()).value(), to.address(), to.consented()),
                        new About(
                                Reach.KIND,
                                ticket.id().value(),
                                ticket.number().toString(),
                                "/tickets/" + ticket.id().value()),
                        occasion,
                        parameters,
                        false));
    }

    static MessageChannel channel(ReachPoint.Kind kind) {
        return switch (kind) {
            case MOBILE -> MessageChannel.SMS;
            case EMAIL -> MessageChannel.EMAIL;
            case POST -> MessageChannel.LETTER;
        };
    }
}
