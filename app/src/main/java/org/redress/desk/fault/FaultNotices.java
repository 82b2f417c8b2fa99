package org.redress.desk.fault;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.notification.SendResult;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.ground.rulebook.Limit;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** What the product writes by itself about a fault: to the customer that it is late and what is waived, to the head that it came back. */
@Component
class FaultNotices {

    /** Customers' own language is not known; the bureau's is spoken. */
    private static final Locale LANGUAGE = Words.CHINESE;

    private static final int SECOND_LEVEL = 2;

    private final Messages messages;
    private final Customers customers;
    private final Superiors superiors;
    private final Staff staff;

    FaultNotices(Messages messages, Customers customers, Superiors superiors, Staff staff) {
        this.messages = messages;
        this.customers = customers;
        this.superiors = superiors;
        this.staff = staff;
    }

    /** The limit was not kept, and the rent of the fault is waived; false where the customer cannot or does not want to be written to. */
    boolean late(Actor product, Fault fault, Line line, Ticket ticket, Limit limit) {
        return customer(
                product,
                fault,
                line.customer(),
                ticket,
                "repair.late",
                0,
                Map.of("limit", limit.text(Words.of(LANGUAGE))));
    }

    /**
     * It works again, and so much is waived; false where the customer cannot or does not want to be written to.
     *
     * @param turn how often it was reckoned before
     */
    boolean waived(Actor product, Fault fault, Line line, Ticket ticket, Money sum, int turn) {
        return customer(
                product,
                fault,
                line.customer(),
                ticket,
                "repair.waived",
                turn,
                Map.of("sum", Words.of(LANGUAGE).money(sum)));
    }

    private boolean customer(
            Actor product,
            Fault fault,
            CustomerId customer,
            Ticket ticket,
            String code,
            int turn,
            Map<String, String> more) {
        Optional<ReachPoint> to = customers.reach(product, customer);
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("number", ticket.number().toString());
        return to.map(point -> messages.send(
                        product,
                        new Message(
                                code,
                                channel(point.kind()),
                                LANGUAGE,
                                Recipient.customer(customer.value(), point.address(), point.consented()),
                                about(fault, ticket),
                                code + "." + fault.work().denials() + (turn == 0 ? "" : "." + turn),
                                parameters,
                                false)))
                .filter(result -> !(result instanceof SendResult.Withheld))
                .isPresent();
    }

    /** A line failed again soon after its repair: the head of those who repaired it hears of it; the next time the director. */
    void repeated(Actor product, Fault fault, UnitId repairedBy, Ticket ticket, Instant now) {
        String post = fault.level() == SECOND_LEVEL ? Posts.HEAD : Posts.DIRECTOR;
        superiors
                .holder(product.bureau(), repairedBy, post, now)
                .flatMap(person -> staff.find(product, person))
                .ifPresent(person -> messages.send(
                        product,
                        new Message(
                                "fault.repeated",
                                MessageChannel.IN_APP,
                                language(person),
                                Recipient.staff(person.id()),
                                about(fault, ticket),
                                "repeated",
                                Map.of("number", ticket.number().toString(), "subject", ticket.subject()),
                                false)));
    }

    private static Locale language(StaffMember person) {
        return person.language() == null ? Words.CHINESE : person.language();
    }

    private static About about(Fault fault, Ticket ticket) {
        return new About(
                FaultRights.KIND, fault.id().value(), ticket.number().toString(), FaultAnswering.path(fault.ticket()));
    }

    private static MessageChannel channel(ReachPoint.Kind kind) {
        return switch (kind) {
            case MOBILE -> MessageChannel.SMS;
            case EMAIL -> MessageChannel.EMAIL;
            case POST -> MessageChannel.LETTER;
        };
    }
}
