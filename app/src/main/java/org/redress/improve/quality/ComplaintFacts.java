package org.redress.improve.quality;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketChanged;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps {@code quality.fact}: one row a ticket, as its newest version says. An older or repeated message changes nothing. */
@Component
class ComplaintFacts implements OutboxListener {

    private static final String UPSERT = """
            insert into quality.fact as f
              (bureau, ticket, number, version, kind, state, place, unit, type, received_at, closed_at, answered_at,
               in_time, verdict, attribution, reopened, subject, judged_at, reopened_at)
            select m.*, case when m.verdict is not null then ?::timestamptz end,
                   case when m.reopened > 0 then ?::timestamptz end
              from (values (?::int, ?::uuid, ?::bigint, ?::int, ?::text, ?::text, ?::text, ?::uuid, ?::text,
                            ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::boolean, ?::text, ?::text, ?::int, ?::text))
                   m (bureau, ticket, number, version, kind, state, place, unit, type, received_at, closed_at,
                      answered_at, in_time, verdict, attribution, reopened, subject)
            on conflict (bureau, ticket) do update
               set version = excluded.version, kind = excluded.kind, state = excluded.state, place = excluded.place,
                   unit = excluded.unit, type = excluded.type, received_at = excluded.received_at,
                   closed_at = excluded.closed_at, answered_at = excluded.answered_at, in_time = excluded.in_time,
                   verdict = excluded.verdict, attribution = excluded.attribution, reopened = excluded.reopened,
                   subject = coalesce(excluded.subject, f.subject),
                   judged_at = case when excluded.verdict = f.verdict then f.judged_at else excluded.judged_at end,
                   reopened_at = case when excluded.reopened = f.reopened then f.reopened_at else excluded.reopened_at end
             where excluded.version > f.version
            """;

    private static final TicketChanged.Course UNKNOWN = new TicketChanged.Course(null, null, null, null, null, 0);

    private final JdbcTemplate batch;
    private final Clock clock;

    ComplaintFacts(JdbcTemplate batch, Clock clock) {
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
        TicketChanged.Course course = Objects.requireNonNullElse(fact.course(), UNKNOWN);
        String type = fact.failureType() == null ? fact.suggestedType() : fact.failureType();
        int at = 1;
        statement.setTimestamp(at++, Timestamp.from(now));
        statement.setTimestamp(at++, Timestamp.from(now));
        statement.setInt(at++, bureau);
        statement.setObject(at++, fact.id());
        statement.setLong(at++, fact.number());
        statement.setInt(at++, fact.version());
        statement.setString(at++, fact.kind().name());
        statement.setString(at++, fact.state());
        statement.setString(at++, Objects.requireNonNullElse(fact.place(), ""));
        statement.setObject(at++, fact.unit());
        statement.setString(at++, Objects.requireNonNullElse(type, ""));
        statement.setTimestamp(at++, Timestamp.from(fact.receivedAt()));
        statement.setTimestamp(at++, moment(fact.closedAt()));
        statement.setTimestamp(at++, moment(course.answeredAt()));
        statement.setObject(at++, course.inTime());
        statement.setString(at++, name(course.verdict()));
        statement.setString(at++, name(course.attribution()));
        statement.setInt(at++, course.reopened());
        statement.setString(at, fact.subject());
    }

    private static @Nullable Timestamp moment(@Nullable Instant given) {
        return given == null ? null : Timestamp.from(given);
    }

    private static @Nullable String name(@Nullable Enum<?> given) {
        return given == null ? null : given.name();
    }
}
