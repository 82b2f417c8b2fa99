package org.redress.improve.insight;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketChanged;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps {@code insight.fact}: one row a ticket, as its newest version says. An older or repeated message changes nothing. */
@Component
class FactListener implements OutboxListener {

    private static final String UPSERT = """
            insert into insight.fact as f
              (bureau, ticket, number, version, kind, state, channel, place, unit, failure_type, suggested_type,
               customer, received_at, resolved_at, closed_at, classified_at, cause, cause_at)
            select m.bureau, m.ticket, ?, ?, ?, ?, ?, ?, ?, m.type, ?, ?, ?, ?, ?,
                   case when m.type is not null then m.heard_at end, found.cause, found.found_at
              from (values (?::int, ?::uuid, ?::text, ?::timestamptz)) m (bureau, ticket, type, heard_at)
              left join lateral (select cause, found_at from insight.finding
                                  where bureau = m.bureau and ticket = m.ticket order by sequence desc limit 1) found
                on true
            on conflict (bureau, ticket) do update
               set version = excluded.version, kind = excluded.kind, state = excluded.state, channel = excluded.channel,
                   place = excluded.place, unit = excluded.unit, failure_type = excluded.failure_type,
                   suggested_type = excluded.suggested_type, customer = excluded.customer,
                   received_at = excluded.received_at, resolved_at = excluded.resolved_at,
                   closed_at = excluded.closed_at, cause = excluded.cause, cause_at = excluded.cause_at,
                   classified_at = case when excluded.failure_type = f.failure_type then f.classified_at
                                        else excluded.classified_at end
             where excluded.version > f.version
            """;

    private final JdbcTemplate batch;
    private final Clock clock;

    FactListener(JdbcTemplate batch, Clock clock) {
        this.batch = batch;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(TicketChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Instant now = clock.instant();
        batch.batchUpdate(
                UPSERT,
                TicketChanged.read(message.payload()).tickets(),
                500,
                (statement, fact) -> bind(statement, message.bureau(), now, fact));
    }

    private static void bind(PreparedStatement statement, int bureau, Instant now, TicketChanged.Fact fact)
            throws SQLException {
        statement.setLong(1, fact.number());
        statement.setInt(2, fact.version());
        statement.setString(3, fact.kind().name());
        statement.setString(4, fact.state());
        statement.setString(5, fact.channel().name());
        statement.setString(6, fact.place() == null ? "" : fact.place());
        statement.setObject(7, fact.unit());
        statement.setString(8, fact.suggestedType());
        statement.setObject(9, fact.customer());
        statement.setTimestamp(10, Timestamp.from(fact.receivedAt()));
        statement.setTimestamp(11, at(fact.resolvedAt()));
        statement.setTimestamp(12, at(fact.closedAt()));
        statement.setInt(13, bureau);
        statement.setObject(14, fact.id());
        statement.setString(15, fact.failureType());
        statement.setTimestamp(16, Timestamp.from(now));
    }

    private static @Nullable Timestamp at(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
