package org.redress.desk.recovery.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.followup.RecoveryAnswered;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Moments;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps with each plan what became of it: read anew from the ticket as it stands, so that messages may come twice or in
 * another order.
 */
@Component
class PlanOutcomes implements OutboxListener {

    /** For so long after a plan a complaint at the regulator counts against it. */
    static final String ELSEWHERE = "plan.elsewhere.window";

    static final String PLANNED = """
            select distinct ticket from recovery.plan
             where bureau = :bureau and ticket = any(:tickets) and superseded_at is null""";

    /** The last mark that was given for how it was put right while a plan held: each plan of the ticket has its own. */
    private static final String MARKS = """
            update recovery.plan p
               set mark = (select f.recovery from recovery.follow_up f
                            where f.bureau = p.bureau and f.ticket = p.ticket and f.recovery is not null
                              and f.round >= p.reopened_before
                              and not exists (select from recovery.plan n
                                               where n.bureau = p.bureau and n.ticket = p.ticket
                                                 and n.number > p.number and n.reopened_before <= f.round)
                            order by f.round desc limit 1)
             where p.bureau = ? and p.ticket = ?
            """;

    private final JdbcClient jdbc;
    private final ObjectProvider<Tickets> tickets;
    private final Bureaus bureaus;
    private final Rulebook rulebook;
    private final Clock clock;

    PlanOutcomes(JdbcClient jdbc, ObjectProvider<Tickets> tickets, Bureaus bureaus, Rulebook rulebook, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketChanged.TOPIC, RecoveryAnswered.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        if (message.topic().equals(RecoveryAnswered.TOPIC)) {
            marked(message.bureau(), RecoveryAnswered.read(message.payload()).ticket());
        } else {
            changed(message);
        }
    }

    /** @param ticket null where a customer without a failure was asked */
    private void marked(int bureau, @Nullable UUID ticket) {
        if (ticket != null) {
            jdbc.sql(MARKS).params(bureau, ticket).update();
        }
    }

    private void changed(OutboxMessage message) {
        Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
        // What a file has just brought has no plan yet; what came by file and is worked here may have one.
        List<TicketChanged.Fact> facts = TicketChanged.read(message.payload()).tickets().stream()
                .filter(fact -> !fact.imported() || fact.course() != null)
                .toList();
        planned(product, facts).forEach(ticket -> note(product, ticket));
        facts.stream()
                .filter(fact -> fact.channel() == Channel.REGULATOR)
                .forEach(fact -> elsewhere(product, fact.id(), fact.customer(), fact.receivedAt()));
    }

    private List<TicketId> planned(Actor product, List<TicketChanged.Fact> facts) {
        return jdbc.sql(PLANNED)
                .param("bureau", product.bureau().value())
                .param("tickets", facts.stream().map(TicketChanged.Fact::id).toArray(UUID[]::new))
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Where it was opened again before anybody looked, it was resolved at some time before now. */
    private void note(Actor product, TicketId id) {
        Ticket.Outcome outcome = tickets.getObject().get(product, id).outcome();
        Instant resolved = outcome.resolvedAt();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", product.bureau().value());
        row.put("ticket", id.value());
        row.put("resolved", Moments.atOrNull(resolved));
        row.put("reopened", outcome.reopened());
        row.put("consent", outcome.consent() == null ? null : outcome.consent().name());
        row.put("now", Moments.at(clock.instant()));
        jdbc.sql("""
                        update recovery.plan
                           set resolved_at = coalesce(case when :resolved::timestamptz >= made_at then :resolved::timestamptz end,
                                                  resolved_at,
                                                  case when :reopened > reopened_before then :now::timestamptz end),
                               came_back = :reopened > reopened_before, consent = :consent
                         where bureau = :bureau and ticket = :ticket and superseded_at is null
                        """).params(row).update();
    }

    /** The same customer at the regulator, after a plan and not long after it. */
    private void elsewhere(Actor product, UUID ticket, @Nullable UUID customer, Instant at) {
        if (customer == null) {
            return;
        }
        int days = rulebook.days(product.bureau(), ELSEWHERE, LocalDate.ofInstant(at, product.zone()));
        jdbc.sql("""
                        update recovery.plan set elsewhere_at = least(elsewhere_at, :at)
                         where bureau = :bureau and customer = :customer and superseded_at is null
                           and made_at < :at and made_at >= :since and ticket <> :ticket
                        """)
                .param("bureau", product.bureau().value())
                .param("customer", customer)
                .param("ticket", ticket)
                .param("at", Moments.at(at))
                .param("since", Moments.at(at.minus(Duration.ofDays(days))))
                .update();
    }
}
