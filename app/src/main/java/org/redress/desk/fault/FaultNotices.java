package org.redress.desk.fault;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.ground.notification.SendResult;
import org.redress.ground.party.CustomerId;
import org.redress.ground.rulebook.Limit;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * What the product writes by itself about a fault: to the customer that it is late and what is waived, to the head that it came
 * back, to the post that it comes first.
 */
@Component
class FaultNotices {

    private static final int SECOND_LEVEL = 2;

    private final Notices notices;
    private final Superiors superiors;

    FaultNotices(Notices notices, Superiors superiors) {
        this.notices = notices;
        this.superiors = superiors;
    }

    /** The limit was not kept, and the rent of the fault is waived; false where the customer cannot or does not want to be written to. */
    boolean late(Actor product, Fault fault, Line line, Ticket ticket, Limit limit) {
        return customer(
                product, fault, line.customer(), ticket, "repair.late", 0, words -> Map.of("limit", limit.text(words)));
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
                words -> Map.of("sum", words.money(sum)));
    }

    /**
     * The rent is in another currency than the one of the ledger, so that nothing is posted: whoever leads the bureau hears of it
     * and sees to it by hand; the customer is told nothing before.
     */
    void foreign(Actor product, Fault fault, Ticket ticket, Money sum, int turn, Instant now) {
        superiors
                .holder(product.bureau(), fault.unit(), Posts.GENERAL_MANAGER, now)
                .or(() -> superiors.leader(product.bureau(), fault.unit(), now))
                .ifPresent(person -> notices.ring(
                        product,
                        person,
                        new Notice(
                                "fault.foreign",
                                about(fault, ticket),
                                "foreign." + fault.work().denials() + "." + turn,
                                words -> Map.of("number", ticket.number().toString(), "sum", words.money(sum)))));
    }

    private boolean customer(
            Actor product,
            Fault fault,
            CustomerId customer,
            Ticket ticket,
            String code,
            int turn,
            Function<Words, Map<String, String>> more) {
        String occasion = code + "." + fault.work().denials() + (turn == 0 ? "" : "." + turn);
        Notice notice = new Notice(code, about(fault, ticket), occasion, words -> {
            Map<String, String> says = new HashMap<>(more.apply(words));
            says.put("number", ticket.number().toString());
            return says;
        });
        return notices.write(product, customer, notice)
                .filter(result -> !(result instanceof SendResult.Withheld))
                .isPresent();
    }

    /** A line failed again soon after its repair: the head of those who repaired it hears of it; the next time the director. */
    void repeated(Actor product, Fault fault, UnitId repairedBy, Ticket ticket, Instant now) {
        String post = fault.level() == SECOND_LEVEL ? Posts.HEAD : Posts.DIRECTOR;
        superiors
                .holder(product.bureau(), repairedBy, post, now)
                .ifPresent(person -> notices.ring(
                        product,
                        person,
                        new Notice(
                                "fault.repeated",
                                about(fault, ticket),
                                "repeated",
                                words -> Map.of("number", ticket.number().toString(), "subject", ticket.subject()))));
    }

    /**
     * A customer was promised that this repair comes first: whoever took it up hears of it, else whoever leads the post; of one
     * promise each post once, and again where the customer has said that it does not work.
     */
    void first(Actor product, Fault fault, Ticket ticket, UUID promise, Instant now) {
        StaffId took = fault.acceptedBy();
        Optional<StaffId> reader = took == null
                ? superiors.leader(product.bureau(), fault.unit(), now)
                : Optional.of(superiors.hearing(product.bureau(), took, fault.unit(), now));
        reader.ifPresent(person -> notices.ring(
                product,
                person,
                new Notice(
                        "fault.first",
                        about(fault, ticket),
                        "first." + promise + "." + fault.unit().value() + "."
                                + fault.work().denials(),
                        words -> Map.of("number", ticket.number().toString(), "subject", ticket.subject()),
                        true)));
    }

    private static About about(Fault fault, Ticket ticket) {
        return new About(
                FaultRights.KIND, fault.id().value(), ticket.number().toString(), FaultAnswering.path(fault.ticket()));
    }
}
