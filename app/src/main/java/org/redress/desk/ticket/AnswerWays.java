package org.redress.desk.ticket;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/**
 * The ways by which a customer can be answered: a call or a visit can always be noted, what the product writes needs an address
 * that is on file and that they have not declined.
 */
@Component
public class AnswerWays {

    private final Customers customers;
    private final Bureaus bureaus;

    AnswerWays(Customers customers, Bureaus bureaus) {
        this.customers = customers;
        this.bureaus = bureaus;
    }

    /** Those that there are for the customer of a ticket. */
    public List<Channel> of(Actor actor, Ticket ticket) {
        List<ReachPoint> points = points(actor, ticket);
        return Stream.of(Channel.values())
                .filter(way -> noted(way) || open(points, kind(way)))
                .toList();
    }

    /**
     * Where an answer is written to; empty where the way is one that a person goes and the product notes.
     *
     * @throws Problem {@code ticket.answer.declined} where the customer does not want it, for what is withheld is no answer;
     *     {@code ticket.answer.noway} where there is no such address, with those that there are
     */
    Optional<ReachPoint> to(Actor actor, Ticket ticket, Channel by) {
        ReachPoint.Kind kind = kind(by);
        if (kind == null) {
            return Optional.empty();
        }
        List<ReachPoint> points = points(actor, ticket);
        ReachPoint to = points.stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "ticket.answer.noway",
                        "channel",
                        open(points, ReachPoint.Kind.MOBILE),
                        open(points, ReachPoint.Kind.EMAIL),
                        open(points, ReachPoint.Kind.POST)));
        if (!to.consented()) {
            throw Problem.invalid("ticket.answer.declined", "channel");
        }
        return Optional.of(to);
    }

    private List<ReachPoint> points(Actor actor, Ticket ticket) {
        return ticket.customer() == null
                ? List.of()
                : customers.ways(bureaus.command(bureaus.get(actor.bureau())), ticket.customer());
    }

    private static boolean noted(Channel by) {
        return kind(by) == null;
    }

    private static boolean open(List<ReachPoint> points, ReachPoint.@Nullable Kind kind) {
        return points.stream().anyMatch(one -> one.kind() == kind && one.consented());
    }

    private static ReachPoint.@Nullable Kind kind(Channel by) {
        return switch (by) {
            case SMS -> ReachPoint.Kind.MOBILE;
            case EMAIL -> ReachPoint.Kind.EMAIL;
            case LETTER -> ReachPoint.Kind.POST;
            case HOT_LINE, COUNTER, WEB, SOCIAL, REGULATOR, VISIT, OTHER -> null;
        };
    }
}
