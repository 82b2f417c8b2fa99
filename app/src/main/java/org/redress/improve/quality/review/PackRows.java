package org.redress.improve.quality.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a pack asks of {@code quality.fact}; every count is a range of an index of its own. */
@Repository
class PackRows {

    static final String COUNTS = """
            select (select count(*) from quality.fact where bureau = :bureau and kind = 'COMPLAINT'
                       and received_at >= :from and received_at < :until) as received,
                   (select count(*) from quality.fact where bureau = :bureau and kind = 'COMPLAINT'
                       and closed_at is not null and closed_at >= :from and closed_at < :until) as closed,
                   a.answered, a.in_time, j.judged, j.upheld,
                   (select count(*) from quality.fact where bureau = :bureau and kind = 'COMPLAINT'
                       and reopened_at is not null and reopened_at >= :from and reopened_at < :until) as reopened
              from (select count(in_time) as answered, count(*) filter (where in_time) as in_time
                      from quality.fact where bureau = :bureau and kind = 'COMPLAINT'
                       and answered_at is not null and answered_at >= :from and answered_at < :until) a,
                   (select count(*) as judged, count(*) filter (where upheld) as upheld
                      from quality.fact where bureau = :bureau and kind = 'COMPLAINT'
                       and judged_at is not null and judged_at >= :from and judged_at < :until) j
            """;

    /** Complaints that were open in the week at some time, the worst candidates first. */
    static final String CASES = """
            select ticket, number, place, unit, reopened, verdict, in_time, received_at, closed_at from (
              select * from quality.fact where bureau = :bureau and kind = 'COMPLAINT' and closed_at is null
                 and received_at < :until
              union all
              select * from quality.fact where bureau = :bureau and kind = 'COMPLAINT'
                 and closed_at is not null and closed_at >= :from and received_at < :until) f
             order by reopened desc, case verdict when 'UPHELD' then 0 when 'PARTLY' then 1 else 2 end,
                      in_time is not distinct from false desc,
                      coalesce(least(closed_at, :until), :until) - received_at desc, number
             limit :limit
            """;

    private final JdbcClient jdbc;

    PackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(long received, long closed, long answered, long inTime, long judged, long upheld, long reopened) {}

    /** A complaint that may be among the worst. */
    record Case(
            UUID ticket,
            long number,
            String place,
            UUID unit,
            int reopened,
            @Nullable String verdict,
            boolean late,
            Instant receivedAt,
            @Nullable Instant closedAt) {}

    Counts counts(BureauId bureau, Instant from, Instant until) {
        return jdbc.sql(COUNTS)
                .param("bureau", bureau.value())
                .param("from", Moments.at(from))
                .param("until", Moments.at(until))
                .query((row, n) -> new Counts(
                        row.getLong("received"),
                        row.getLong("closed"),
                        row.getLong("answered"),
                        row.getLong("in_time"),
                        row.getLong("judged"),
                        row.getLong("upheld"),
                        row.getLong("reopened")))
                .single();
    }

    List<Case> cases(BureauId bureau, Instant from, Instant until, int limit) {
        return jdbc.sql(CASES)
                .param("bureau", bureau.value())
                .param("from", Moments.at(from))
                .param("until", Moments.at(until))
                .param("limit", limit)
                .query((row, n) -> new Case(
                        row.getObject("ticket", UUID.class),
                        row.getLong("number"),
                        row.getString("place"),
                        row.getObject("unit", UUID.class),
                        row.getInt("reopened"),
                        row.getString("verdict"),
                        Boolean.FALSE.equals(row.getObject("in_time", Boolean.class)),
                        row.getTimestamp("received_at").toInstant(),
                        row.getTimestamp("closed_at") == null
                                ? null
                                : row.getTimestamp("closed_at").toInstant()))
                .list();
    }

    /** Complaints closed in a stretch of time. */
    List<UUID> closed(BureauId bureau, Instant from, Instant until, int limit) {
        return jdbc.sql("""
                        select ticket from quality.fact where bureau = ? and kind = 'COMPLAINT'
                           and closed_at is not null and closed_at >= ? and closed_at < ? order by closed_at limit ?
                        """)
                .params(bureau.value(), Moments.at(from), Moments.at(until), limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
