package org.redress.desk.ticket;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
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

    /** Longer texts are no short messages; they are read to the customer, mailed or written. */
    static final int LONGEST_SMS = 1000;

    private final Notices notices;
    private final Customers customers;
    private final Bureaus bureaus;

    CustomerNotices(Notices notices, Customers customers, Bureaus bureaus) {
        this.notices = notices;
        this.customers = customers;
        this.bureaus = bureaus;
    }

    /** It has come in, and by when there will be an answer. */
    void received(Actor actor, Ticket ticket) {
        if (ticket.reply().dueAt() != null) {
            LocalDate by = ticket.reply().dueAt().atZone(actor.zone()).toLocalDate();
            send(actor, ticket, "ticket.received", "open", words -> Map.of("replyBy", words.date(by)));
        }
    }

    /** Somebody else answers for it from now on. */
    void responsible(Actor actor, Ticket ticket, String name, String number) {
        send(
                actor,
                ticket,
                "ticket.responsible",
                "responsible." + ticket.version(),
                words -> Map.of("person", name, "personNumber", number));
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
                send(
                        product,
                        ticket,
                        "ticket.answered",
                        "answer." + ticket.version(),
                        to,
                        words -> Map.of("answer", text));
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
        send(actor, ticket, "ticket.closed", "close." + ticket.version(), words -> Map.of());
    }

    /** It ends without being resolved, and why: in words that the customer's way can carry. */
    void ended(Actor actor, Ticket ticket, String why) {
        reach(actor, ticket)
                .filter(to -> to.kind() == ReachPoint.Kind.MOBILE && why.length() > LONGEST_SMS)
                .ifPresent(to -> {
                    throw Problem.invalid("ticket.ended.sms", "reason", LONGEST_SMS);
                });
        send(actor, ticket, "ticket.ended", "end." + ticket.version(), words -> Map.of("reason", why));
    }

    private void send(
            Actor actor, Ticket ticket, String code, String occasion, Function<Words, Map<String, String>> more) {
        reach(actor, ticket)
                .ifPresent(to -> send(bureaus.command(bureaus.get(actor.bureau())), ticket, code, occasion, to, more));
    }

    private Optional<ReachPoint> reach(Actor actor, Ticket ticket) {
        return ticket.customer() == null
                ? Optional.empty()
                : customers.reach(bureaus.command(bureaus.get(actor.bureau())), ticket.customer());
    }

    private void send(
            Actor product,
            Ticket ticket,
            String code,
            String occasion,
            ReachPoint to,
            Function<Words, Map<String, String>> more) {
        About about = new About(
                Reach.KIND,
                ticket.id().value(),
                ticket.number().toString(),
                "/tickets/" + ticket.id().value());
        notices.write(
                product, Objects.requireNonNull(ticket.customer()), to, new Notice(code, about, occasion, words -> {
                    Map<String, String> says = new HashMap<>(more.apply(words));
                    says.put("number", ticket.number().toString());
                    says.put("subject", ticket.subject());
                    return says;
                }));
    }
}
