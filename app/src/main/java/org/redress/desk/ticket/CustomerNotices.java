package org.redress.desk.ticket;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
 * What a customer is told about their own ticket by the product itself, written in the transaction of what it tells of. Where
 * a customer has no address that can be written to, whoever answers for the ticket hears of it and tells them.
 */
@Component
class CustomerNotices {

    /** Longer texts are no short messages; they are read to the customer, mailed or written. */
    static final int LONGEST_SMS = 1000;

    private final Notices notices;
    private final Customers customers;
    private final AnswerWays ways;
    private final UndeliveredBell bell;
    private final Bureaus bureaus;

    CustomerNotices(Notices notices, Customers customers, AnswerWays ways, UndeliveredBell bell, Bureaus bureaus) {
        this.notices = notices;
        this.customers = customers;
        this.ways = ways;
        this.bell = bell;
        this.bureaus = bureaus;
    }

    /** It has come in, and by when there will be an answer; without an address, whoever took it has just told them. */
    void received(Actor actor, Ticket ticket) {
        if (ticket.reply().dueAt() != null) {
            LocalDate by = ticket.reply().dueAt().atZone(actor.zone()).toLocalDate();
            reach(actor, ticket)
                    .ifPresent(to -> send(
                            product(actor),
                            ticket,
                            "ticket.received",
                            "open",
                            to,
                            words -> Map.of("replyBy", words.date(by))));
        }
    }

    /** Somebody else answers for it from now on. */
    void responsible(Actor actor, Ticket ticket, String name, String number) {
        tell(
                actor,
                ticket,
                "ticket.responsible",
                "responsible." + ticket.version(),
                words -> Map.of("person", name, "personNumber", number));
    }

    /** The answer, by the way that was chosen, where that is one on which the product writes; a {@link Problem} as {@link AnswerWays#to}. */
    void answered(Actor actor, Ticket ticket, Channel by, String text) {
        ways.to(actor, ticket, by).ifPresent(to -> {
            if (to.kind() == ReachPoint.Kind.MOBILE && text.length() > LONGEST_SMS) {
                throw Problem.invalid("ticket.answer.sms", "text", LONGEST_SMS);
            }
            send(
                    product(actor),
                    ticket,
                    "ticket.answered",
                    "answer." + ticket.version(),
                    to,
                    words -> Map.of("answer", text));
        });
    }

    void closed(Actor actor, Ticket ticket) {
        tell(actor, ticket, "ticket.closed", "close." + ticket.version(), words -> Map.of());
    }

    /** It ends without being resolved, and why: in words that the customer's way can carry. */
    void ended(Actor actor, Ticket ticket, String why) {
        reach(actor, ticket)
                .filter(to -> to.kind() == ReachPoint.Kind.MOBILE && why.length() > LONGEST_SMS)
                .ifPresent(to -> {
                    throw Problem.invalid("ticket.ended.sms", "reason", LONGEST_SMS);
                });
        tell(actor, ticket, "ticket.ended", "end." + ticket.version(), words -> Map.of("reason", why));
    }

    /** Written, or where there is no address, put to whoever answers for it; nobody can tell somebody anonymous. */
    private void tell(
            Actor actor, Ticket ticket, String code, String occasion, Function<Words, Map<String, String>> more) {
        if (ticket.customer() == null) {
            return;
        }
        Actor product = product(actor);
        reach(actor, ticket)
                .ifPresentOrElse(
                        to -> send(product, ticket, code, occasion, to, more),
                        () -> bell.unreached(product, ticket, code, occasion));
    }

    private Optional<ReachPoint> reach(Actor actor, Ticket ticket) {
        return ticket.customer() == null ? Optional.empty() : customers.reach(product(actor), ticket.customer());
    }

    private Actor product(Actor actor) {
        return bureaus.command(bureaus.get(actor.bureau()));
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
