package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketState;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * Plans a questionnaire when a recovery is over: the ticket of a customer is closed, and a failure was named or something was
 * given for it. A ticket that is opened again before the customer has answered is asked about when it is closed again.
 */
@Component
class FollowUpPlans implements OutboxListener {

    private final FollowUpRows rows;
    private final FollowUpRules rules;
    private final Remedies remedies;
    private final Bureaus bureaus;
    private final Clock clock;

    FollowUpPlans(FollowUpRows rows, FollowUpRules rules, Remedies remedies, Bureaus bureaus, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.remedies = remedies;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        // What another system's file has just brought was answered there; what was worked here since was not.
        List<TicketChanged.Fact> facts = TicketChanged.read(message.payload()).tickets().stream()
                .filter(fact -> fact.customer() != null && (!fact.imported() || fact.course() != null))
                .toList();
        if (facts.isEmpty()) {
            return;
        }
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        List<TicketChanged.Fact> closed = facts.stream()
                .filter(fact -> fact.state().equals(TicketState.CLOSED.wire()))
                .toList();
        Map<TicketId, List<Remedy>> given = closed.isEmpty()
                ? Map.of()
                : remedies.of(
                        product,
                        closed.stream().map(fact -> new TicketId(fact.id())).toList());
        for (TicketChanged.Fact fact : facts) {
            TicketId ticket = new TicketId(fact.id());
            reopened(product, ticket, fact);
            if (closed.contains(fact)
                    && lately(product, fact)
                    && (fact.failureType() != null
                            || given.getOrDefault(ticket, List.of()).stream().anyMatch(Remedy::stands))) {
                plan(product, ticket, fact);
            }
        }
    }

    /** What another system's file brought in closed is touched here long after, e.g. to say what failed. */
    private boolean lately(Actor product, TicketChanged.Fact fact) {
        return fact.closedAt() == null || fact.closedAt().isAfter(rules.closedSince(product, clock.instant()));
    }

    private void plan(Actor product, TicketId ticket, TicketChanged.Fact fact) {
        Instant closed = Objects.requireNonNullElse(fact.closedAt(), clock.instant());
        UUID id = Ids.next();
        if (rows.plan(
                product.bureau(),
                id,
                ticket,
                round(fact),
                new CustomerId(Objects.requireNonNull(fact.customer())),
                closed,
                rules.asksAt(product, closed))) {
            step(product.bureau(), new FollowUpId(id), product.staff(), FollowUpStep.What.PLANNED);
        }
    }

    private void reopened(Actor product, TicketId ticket, TicketChanged.Fact fact) {
        if (round(fact) > 0) {
            rows.dropBefore(product.bureau(), ticket, round(fact))
                    .forEach(id -> step(product.bureau(), id, product.staff(), FollowUpStep.What.REOPENED));
        }
    }

    private static int round(TicketChanged.Fact fact) {
        return fact.course() == null ? 0 : fact.course().reopened();
    }

    private void step(BureauId bureau, FollowUpId id, StaffId by, FollowUpStep.What what) {
        rows.step(bureau, id, by, what, "", clock.instant());
    }
}
