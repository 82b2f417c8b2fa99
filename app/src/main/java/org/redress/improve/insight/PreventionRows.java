package org.redress.improve.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of preventive actions. */
@Component
class PreventionRows {

    private final JdbcClient jdbc;

    PreventionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PreventionId add(Actor actor, NewPrevention prevention, Instant now) {
        UUID id = Ids.next();
        // One at a time in a bureau, so that the numbers have no gap and no two are alike.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('insight.action'), ?)")
                .param(actor.bureau().value())
                .query((row, n) -> 0)
                .list();
        jdbc.sql("""
                        insert into insight.action
                          (bureau, id, number, cause, what, measure, place, owner, due_on, state, opened_by, opened_at,
                           cluster, changes)
                        select :bureau, :id, coalesce(max(number), 0) + 1, :cause, :what, :measure, :place, :owner, :due,
                               'planned', :by, :at, :cluster, :changes
                          from insight.action where bureau = :bureau
                        """)
                .param("bureau", actor.bureau().value())
                .param("id", id)
                .param("cause", prevention.cause().value())
                .param("what", prevention.what())
                .param("measure", prevention.measure())
                .param("place", prevention.place())
                .param("owner", prevention.owner().value())
                .param("due", prevention.dueOn())
                .param("by", actor.staff().value())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("cluster", prevention.cluster(), Types.OTHER)
                .param("changes", prevention.changes())
                .update();
        return new PreventionId(id);
    }

    /** Writes all that may change, if the version is still the one that was seen. */
    boolean write(BureauId bureau, Prevention changed) {
        Judged judged = changed.judged();
        return jdbc.sql("""
                        update insight.action
                           set cause = :cause, what = :what, measure = :measure, place = :place, owner = :owner,
                               due_on = :due, state = :state, effective_from = :effective, closing_note = :note,
                               changes = :changes, judged = :judged, judged_reason = :reason, judged_before = :before,
                               judged_after = :after, judged_days = :days, version = version + 1
                         where bureau = :bureau and id = :id and version = :version
                        """)
                        .param("cause", changed.cause().value())
                        .param("what", changed.what())
                        .param("measure", changed.measure())
                        .param("place", changed.place())
                        .param("owner", changed.owner().value())
                        .param("due", changed.dueOn())
                        .param("state", changed.state().stored())
                        .param("effective", changed.effectiveFrom(), Types.DATE)
                        .param("note", changed.closingNote())
                        .param("changes", changed.changes())
                        .param(
                                "judged",
                                judged == null ? null : judged.verdict().name(),
                                Types.VARCHAR)
                        .param(
                                "reason",
                                judged == null || judged.reason() == null
                                        ? null
                                        : judged.reason().name(),
                                Types.VARCHAR)
                        .param("before", judged == null ? null : judged.before(), Types.BIGINT)
                        .param("after", judged == null ? null : judged.after(), Types.BIGINT)
                        .param("days", judged == null ? null : judged.days(), Types.INTEGER)
                        .param("bureau", bureau.value())
                        .param("id", changed.id().value())
                        .param("version", changed.version())
                        .update()
                == 1;
    }

    Optional<Prevention> find(BureauId bureau, PreventionId id) {
        return jdbc.sql("select * from insight.action where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query(PreventionRows::prevention)
                .optional();
    }

    /** Because of a cluster of cases, the newest first. */
    List<Prevention> ofCluster(BureauId bureau, UUID cluster) {
        return jdbc.sql("select * from insight.action where bureau = ? and cluster = ? order by number desc limit 50")
                .params(bureau.value(), cluster)
                .query(PreventionRows::prevention)
                .list();
    }

    /** The newest first, from below a number on. */
    List<Prevention> page(BureauId bureau, PreventionFilter filter, int below, int limit) {
        return jdbc.sql("""
                        select * from insight.action
                         where bureau = :bureau and number < :below and state = any(:states)
                           and (:due::date is null or due_on >= :due)
                           and (:late::date is null or due_on < :late)
                           and (:from::timestamptz is null or opened_at >= :from)
                         order by number desc limit :limit
                        """)
                .param("bureau", bureau.value())
                .param("below", below)
                .param(
                        "states",
                        filter.states().stream().map(PreventionState::stored).toArray(String[]::new))
                .param("due", filter.dueFrom(), Types.DATE)
                .param("late", filter.dueBefore(), Types.DATE)
                .param(
                        "from",
                        filter.openedFrom() == null ? null : filter.openedFrom().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit)
                .query(PreventionRows::prevention)
                .list();
    }

    private static Prevention prevention(ResultSet row, int n) throws SQLException {
        return new Prevention(
                new PreventionId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new CauseId(row.getObject("cause", UUID.class)),
                row.getString("what"),
                row.getString("measure"),
                row.getString("place"),
                new StaffId(row.getObject("owner", UUID.class)),
                row.getObject("due_on", LocalDate.class),
                PreventionState.ofStored(row.getString("state")),
                row.getObject("effective_from", LocalDate.class),
                row.getString("closing_note"),
                new StaffId(row.getObject("opened_by", UUID.class)),
                row.getTimestamp("opened_at").toInstant(),
                row.getObject("cluster", UUID.class),
                row.getString("changes"),
                judged(row),
                row.getInt("version"));
    }

    private static @Nullable Judged judged(ResultSet row) throws SQLException {
        String verdict = row.getString("judged");
        String reason = row.getString("judged_reason");
        return verdict == null
                ? null
                : new Judged(
                        Verdict.valueOf(verdict),
                        reason == null ? null : Effect.Missing.valueOf(reason),
                        row.getLong("judged_before"),
                        row.getLong("judged_after"),
                        row.getInt("judged_days"));
    }
}
