package org.redress.desk.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts day by day what became of the work at the places of procedures. Only the days since the last time are counted again,
 * and one more for what was still being written then; from further back where finished work was refused since.
 */
@Component
public class StageReckoning {

    static final String DAYS = """
            insert into procedure.stage_day (bureau, procedure, number, place, day, done, in_time, returned, refused)
            select :bureau, procedure, number, place, day, sum(done), sum(in_time), sum(returned), sum(refused) from (
                select j.procedure, j.number, s.place, (s.ended_at at time zone :zone)::date as day,
                       count(*) filter (where s.state = 'DONE') as done,
                       count(*) filter (where s.state = 'DONE' and s.in_time) as in_time,
                       count(*) filter (where s.state = 'RETURNED') as returned, 0 as refused
                  from (select distinct procedure, place from procedure.stage where bureau = :bureau) p
                  join procedure.segment s on s.bureau = :bureau and s.procedure = p.procedure and s.place = p.place
                   and not s.open and s.ended_at >= :since
                  join procedure.journey j on j.bureau = s.bureau and j.ticket = s.ticket and j.procedure = s.procedure
                 group by 1, 2, 3, 4
                union all
                select j.procedure, j.number, s.place, (a.at at time zone :zone)::date, 0, 0, 0, count(*)
                  from procedure.assessment a
                  join procedure.segment s on s.bureau = a.bureau and s.id = a.segment and s.procedure is not null
                  join procedure.journey j on j.bureau = s.bureau and j.ticket = s.ticket and j.procedure = s.procedure
                 where a.bureau = :bureau and a.refused and a.at >= :since
                 group by 1, 2, 3, 4) counted
             group by 2, 3, 4, 5
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StageReckoning(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts the days since the last time; all there are where there was none. By the product alone. */
    @Transactional
    public void reckon(Bureau bureau) {
        BureauId id = bureau.id();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('procedure.stage_day'), ?)")
                .param(id.value())
                .query((row, n) -> 0)
                .list();
        Instant now = clock.instant();
        LocalDate first = until(id, " for update")
                .map(last -> LocalDate.ofInstant(last, bureau.zone()).minusDays(1))
                .orElse(LocalDate.EPOCH);
        jdbc.sql("delete from procedure.stage_day where bureau = ? and day >= ?")
                .params(id.value(), first)
                .update();
        jdbc.sql(DAYS)
                .param("bureau", id.value())
                .param("zone", bureau.zone().getId())
                .param("since", Moments.at(first.atStartOfDay(bureau.zone()).toInstant()))
                .update();
        jdbc.sql("""
                        insert into procedure.stage_reckoned (bureau, at) values (?, ?)
                        on conflict (bureau) do update set at = excluded.at
                        """).params(id.value(), Moments.at(now)).update();
    }

    /** Work that had ended then goes on: the days from there on are counted again the next time. */
    void again(BureauId bureau, Instant ended) {
        jdbc.sql("update procedure.stage_reckoned set at = least(at, ?) where bureau = ?")
                .params(Moments.at(ended), bureau.value())
                .update();
    }

    /** Until when days are counted; empty where they never were. */
    Optional<Instant> until(BureauId bureau) {
        return until(bureau, "");
    }

    private Optional<Instant> until(BureauId bureau, String how) {
        return jdbc.sql("select at from procedure.stage_reckoned where bureau = ?" + how)
                .param(bureau.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
