package org.redress.desk.recovery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the recovery plans that somebody made. */
@Component
public class RecoveryRecord {

    static final String COUNTS = """
            select count(*) as known,
                   count(*) filter (where consent = 'CONTENT' and not came_back and elsewhere_at is null) as content,
                   count(*) filter (where came_back or consent = 'NOT_CONTENT' or elsewhere_at is not null) as failed
              from recovery.plan
             where bureau = :bureau and made_by = :staff and resolved_at >= :since
               and (superseded_at is null or resolved_at <= superseded_at)""";

    /** Those whose customers were content, the latest first. */
    static final String CONTENT = """
            select ticket, resolved_at from recovery.plan
             where bureau = :bureau and made_by = :staff and resolved_at >= :since
               and (superseded_at is null or resolved_at <= superseded_at)
               and consent = 'CONTENT' and not came_back and elsewhere_at is null
             order by resolved_at desc limit :limit""";

    private final JdbcClient jdbc;

    RecoveryRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A recovery with which its customer was content. */
    public record Good(TicketId ticket, Instant at) {}

    /**
     * The plans of a person.
     *
     * @param known of which the result is known
     * @param content whose customers said that they were content, and nothing came after
     * @param failed opened again, not content, or taken to the regulator
     * @param good the latest of those whose customers were content
     */
    public record Made(long known, long content, long failed, List<Good> good) {}

    /** Since a moment, by when their tickets were resolved. */
    public Made of(Actor actor, StaffId person, Instant since, int limit) {
        actor.require(Action.READ, "plan");
        OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
        List<Good> good = jdbc.sql(CONTENT)
                .param("bureau", actor.bureau().value())
                .param("staff", person.value())
                .param("since", from)
                .param("limit", limit)
                .query((row, n) -> new Good(
                        new TicketId(row.getObject(1, UUID.class)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        return jdbc.sql(COUNTS)
                .param("bureau", actor.bureau().value())
                .param("staff", person.value())
                .param("since", from)
                .query((row, n) -> new Made(row.getLong(1), row.getLong(2), row.getLong(3), good))
                .single();
    }
}
