package org.redress.improve.insight.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code insight.case_due}: tickets whose case is to be written. To ask twice is to ask once, but never of a row that
 * somebody works on and will delete: there the asking waits and is kept.
 */
@Repository
class CaseDue {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseDue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Due(BureauId bureau, TicketId ticket, String why) {}

    /** These tickets are closed, or have a case that may no longer be true. */
    void ask(int bureau, Collection<UUID> closed, Collection<UUID> others, String why) {
        jdbc.sql("""
                        insert into insight.case_due (bureau, ticket, why, due_at)
                        select :bureau, id, :why, :now from unnest(:closed::uuid[]) id
                        union
                        select :bureau, ticket, case when :why = 'closed' then 'reopened' else :why end, :now
                          from insight.recovery_case where bureau = :bureau and ticket = any(:others::uuid[])
                        order by 2
                        on conflict (bureau, ticket) do update set due_at = excluded.due_at
                        """)
                .param("bureau", bureau)
                .param("why", why)
                .param("now", Moments.at(clock.instant()))
                .param("closed", closed.toArray(UUID[]::new))
                .param("others", others.toArray(UUID[]::new))
                .update();
    }

    /** One that is due, held until the transaction ends, so that of two workers each has its own. */
    Optional<Due> next() {
        return jdbc.sql("""
                        select bureau, ticket, why from insight.case_due
                         where due_at <= ? order by due_at, bureau, ticket limit 1 for update skip locked
                        """)
                .param(Moments.at(clock.instant()))
                .query((row, n) -> new Due(
                        new BureauId(row.getInt(1)), new TicketId(row.getObject(2, UUID.class)), row.getString(3)))
                .optional();
    }

    void done(Due due) {
        jdbc.sql("delete from insight.case_due where bureau = ? and ticket = ?")
                .params(due.bureau().value(), due.ticket().value())
                .update();
    }

    /** Puts one off that failed, longer each time; it stands here with its error until it gets through. */
    void putOff(Due due, RuntimeException failure) {
        jdbc.sql("""
                        update insight.case_due
                           set tries = tries + 1, error = ?,
                               due_at = ?::timestamptz + least(interval '1 second' * power(2, least(tries, 20)), ?::interval)
                         where bureau = ? and ticket = ?
                        """)
                .params(
                        failure.toString(),
                        Moments.at(clock.instant()),
                        LONGEST_PAUSE.toSeconds() + " seconds",
                        due.bureau().value(),
                        due.ticket().value())
                .update();
    }
}
