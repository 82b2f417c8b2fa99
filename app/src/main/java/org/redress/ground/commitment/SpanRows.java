package org.redress.ground.commitment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Unit;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of pauses and of changed limits: the history of a clock. */
@Component
class SpanRows {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    SpanRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** The pauses of these clocks in order, in one query. */
    Map<UUID, List<Pause>> pauses(BureauId bureau, List<UUID> clocks) {
        Map<UUID, List<Pause>> found = new HashMap<>();
        jdbc.sql("""
                        select clock, reason, note, from_at, until_at, by_staff from commitment.pause
                         where bureau = ? and clock = any(?) order by clock, seq
                        """).params(bureau.value(), clocks.toArray(UUID[]::new)).query(row -> {
            found.computeIfAbsent(row.getObject("clock", UUID.class), id -> new ArrayList<>())
                    .add(new Pause(
                            PauseReason.valueOf(row.getString("reason")),
                            row.getString("note"),
                            Moments.get(row, "from_at"),
                            Moments.find(row, "until_at"),
                            new StaffId(row.getObject("by_staff", UUID.class))));
        });
        return found;
    }

    /** The changed limits of these clocks in order, in one query. */
    Map<UUID, List<LimitChange>> changes(BureauId bureau, List<UUID> clocks) {
        Map<UUID, List<LimitChange>> found = new HashMap<>();
        jdbc.sql("""
                        select clock, amount, unit, at, by_staff from commitment.limit_change
                         where bureau = ? and clock = any(?) order by clock, seq
                        """).params(bureau.value(), clocks.toArray(UUID[]::new)).query(row -> {
            found.computeIfAbsent(row.getObject("clock", UUID.class), id -> new ArrayList<>())
                    .add(new LimitChange(
                            new Limit(row.getInt("amount"), Unit.valueOf(row.getString("unit"))),
                            Moments.get(row, "at"),
                            new StaffId(row.getObject("by_staff", UUID.class))));
        });
        return found;
    }

    /** Writes the first pause of clocks that were inserted standing still. */
    void insert(BureauId bureau, List<Clock> clocks) {
        batch.batchUpdate("""
                insert into commitment.pause (bureau, clock, seq, reason, note, from_at, until_at, by_staff)
                select c.bureau, c.id, 1, ?, ?, ?, null, ? from commitment.clock c where c.bureau = ? and c.id = ?
                """, clocks, BATCH, (statement, clock) -> {
            Pause pause = clock.pauses().getFirst();
            statement.setString(1, pause.reason().name());
            statement.setString(2, pause.note());
            statement.setObject(3, Moments.at(pause.from()));
            statement.setObject(4, pause.by().value());
            statement.setInt(5, bureau.value());
            statement.setObject(6, clock.id());
        });
    }

    /** Writes the last pause: a new one, or the one before with its end. */
    void put(BureauId bureau, Clock clock) {
        int seq = clock.pauses().size();
        if (seq == 0) {
            return;
        }
        Pause pause = clock.pauses().getLast();
        jdbc.sql("""
                        insert into commitment.pause (bureau, clock, seq, reason, note, from_at, until_at, by_staff)
                        values (:bureau, :clock, :seq, :reason, :note, :from, :until, :by)
                        on conflict (bureau, clock, seq) do update set until_at = excluded.until_at
                        """)
                .param("bureau", bureau.value())
                .param("clock", clock.id())
                .param("seq", seq)
                .param("reason", pause.reason().name())
                .param("note", pause.note())
                .param("from", Moments.at(pause.from()))
                .param("until", Moments.atOrNull(pause.until()))
                .param("by", pause.by().value())
                .update();
    }

    /** Writes the last change of the limit of each. */
    void limits(BureauId bureau, List<Clock> clocks) {
        batch.batchUpdate("""
                insert into commitment.limit_change (bureau, clock, seq, amount, unit, at, by_staff)
                values (?, ?, ?, ?, ?, ?, ?)
                """, clocks, BATCH, (statement, clock) -> {
            LimitChange change = clock.changes().getLast();
            statement.setInt(1, bureau.value());
            statement.setObject(2, clock.id());
            statement.setInt(3, clock.changes().size());
            statement.setInt(4, change.before().amount());
            statement.setString(5, change.before().unit().name());
            statement.setObject(6, Moments.at(change.at()));
            statement.setObject(7, change.by().value());
        });
    }
}
