package org.redress.ground.commitment;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the index {@code clock_attained} holds: clocks by when their limit passes. One that was cancelled counts only where
 * it was late by then; one that stands still without a known end has no such moment; one that ended in time while it stood
 * still counts when it ended.
 */
@Component
class AttainmentRows {

    /** The condition of the index, word for word. */
    private static final String COUNTED = "rule_code is not null and (ending <> 'CANCELLED' or late_since is not null)";

    static final String MONTHS = """
            select width_bucket(coalesce(due_at, ended_at), :edges::timestamptz[]) as place,
                   count(*) filter (where ending = 'MET') as kept,
                   count(*) filter (where ending <> 'MET') as late
              from commitment.clock
             where bureau = :bureau and name = :clock and rule_code = :rule and subject_kind = :kind and %s
               and coalesce(due_at, ended_at) >= :from and coalesce(due_at, ended_at) < :until
             group by 1
            """.formatted(COUNTED);

    static final String BEHIND = """
            select id, subject_kind, subject, coalesce(due_at, ended_at) as at, ended_at, ending = 'MET' as kept
              from commitment.clock
             where bureau = :bureau and name = :clock and rule_code = :rule and subject_kind = :kind and %s
               and coalesce(due_at, ended_at) >= :from and coalesce(due_at, ended_at) < :until
               and (ending = 'MET') = :kept and (coalesce(due_at, ended_at), id) > (:at, :id)
             order by coalesce(due_at, ended_at), id limit :limit
            """.formatted(COUNTED);

    /** Walks from one pair of name and rule to the next, however many clocks each has. */
    static final String MEASURES = """
            with recursive seen as (
              (select subject_kind, name, rule_code from commitment.clock
                where bureau = :bureau and %1$s order by name, rule_code limit 1)
              union all
              select next.* from seen, lateral
                (select subject_kind, name, rule_code from commitment.clock
                  where bureau = :bureau and %1$s and (name, rule_code) > (seen.name, seen.rule_code)
                  order by name, rule_code limit 1) next)
            select * from seen
            """.formatted(COUNTED);

    private final JdbcClient jdbc;

    AttainmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts by the place of each month, 1 being the first; a month without any is missing. */
    Map<Integer, Attainment> months(
            BureauId bureau, Measure measure, List<YearMonth> months, List<Instant> edges, Instant until) {
        Map<Integer, Attainment> found = new HashMap<>();
        jdbc.sql(MONTHS)
                .param("bureau", bureau.value())
                .param("kind", measure.kind())
                .param("clock", measure.clock())
                .param("rule", measure.rule())
                .param("edges", edges.stream().map(Instant::toString).toArray(String[]::new))
                .param("from", Moments.at(edges.getFirst()))
                .param("until", Moments.at(until))
                .query(row -> {
                    int place = row.getInt("place");
                    found.put(place, new Attainment(months.get(place - 1), row.getLong("kept"), row.getLong("late")));
                });
        return found;
    }

    List<Attained> behind(
            BureauId bureau, Measure measure, Instant from, Instant until, boolean kept, DueAfter after, int limit) {
        return jdbc.sql(BEHIND)
                .param("bureau", bureau.value())
                .param("kind", measure.kind())
                .param("clock", measure.clock())
                .param("rule", measure.rule())
                .param("from", Moments.at(from))
                .param("until", Moments.at(until))
                .param("kept", kept)
                .param("at", Moments.at(after.dueAt()))
                .param("id", after.clock())
                .param("limit", limit)
                .query((row, n) -> new Attained(
                        row.getObject("id", UUID.class),
                        new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                        Moments.get(row, "at"),
                        Moments.find(row, "ended_at"),
                        row.getBoolean("kept"),
                        null))
                .list();
    }

    List<Measure> measures(BureauId bureau) {
        return jdbc.sql(MEASURES)
                .param("bureau", bureau.value())
                .query((row, n) ->
                        new Measure(row.getString("subject_kind"), row.getString("name"), row.getString("rule_code")))
                .list();
    }
}
