package org.redress.ground.trail;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffDeed;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what to what and who looked at it. Rows are written in the transaction of the deed and never changed; the
 * database refuses to update or delete them.
 */
@Component
public class Trail {

    private static final String INSERT = """
            insert into trail.entry (bureau, id, at, staff, deed, subject_kind, subject, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;
    private final Clock clock;

    Trail(JdbcTemplate batch, JdbcClient jdbc, Clock clock) {
        this.batch = batch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One deed. {@code detail} is a JSON object without personal data. */
    public void record(Actor actor, String deed, String kind, UUID subject, String detail) {
        recordAll(actor, deed, kind, List.of(new Deed(subject, detail)));
    }

    @EventListener
    void on(StaffDeed done) {
        record(done.by(), done.deed(), "staff", done.about().value(), "{}");
    }

    /** The same deed on many things, in one batch. */
    public void recordAll(Actor actor, String deed, String kind, List<Deed> deeds) {
        Timestamp now = Timestamp.from(clock.instant());
        batch.batchUpdate(INSERT, deeds, 500, (statement, one) -> {
            statement.setInt(1, actor.bureau().value());
            statement.setObject(2, Ids.next());
            statement.setTimestamp(3, now);
            statement.setObject(4, actor.staff().value());
            statement.setString(5, deed);
            statement.setString(6, kind);
            statement.setObject(7, one.subject());
            statement.setString(8, one.detail());
        });
    }

    /** What happened to one thing, the newest first; needs the right to read the trail. */
    public List<TrailEntry> of(Actor actor, String kind, UUID subject, int limit) {
        actor.require(Action.READ, "trail");
        return jdbc.sql("""
                        select at, staff, deed, detail from trail.entry
                         where bureau = ? and subject_kind = ? and subject = ? order by at desc, id desc limit ?
                        """)
                .params(actor.bureau().value(), kind, subject, limit)
                .query((row, n) -> new TrailEntry(
                        row.getTimestamp(1).toInstant(),
                        new StaffId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }
}
