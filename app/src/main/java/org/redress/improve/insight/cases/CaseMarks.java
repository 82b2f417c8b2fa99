package org.redress.improve.insight.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code insight.case_mark}. */
@Repository
class CaseMarks {

    private final JdbcClient jdbc;

    CaseMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An agent's mark of a case for a type of failure; another one takes the place of the first. */
    void set(Actor actor, TicketId ticket, String type, boolean useful, Instant now) {
        jdbc.sql("""
                        insert into insight.case_mark (bureau, ticket, failure_type, staff, useful, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (bureau, ticket, failure_type, staff) do update
                           set useful = excluded.useful, at = excluded.at
                        """)
                .params(
                        actor.bureau().value(),
                        ticket.value(),
                        type,
                        actor.staff().value(),
                        useful,
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The marks of these cases for a type of failure, in one query; cases without any are left out. */
    Map<TicketId, SimilarCase.Marks> of(Actor actor, Collection<TicketId> tickets, String type) {
        return jdbc
                .sql("""
                        select ticket, count(*) filter (where useful) as good, count(*) filter (where not useful) as bad,
                               bool_or(useful) filter (where staff = :me) as mine
                          from insight.case_mark
                         where bureau = :bureau and ticket = any(:tickets) and failure_type = :type
                         group by ticket
                        """)
                .param("me", actor.staff().value())
                .param("bureau", actor.bureau().value())
                .param("tickets", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .param("type", type)
                .query((row, n) -> Map.entry(
                        new TicketId(row.getObject("ticket", UUID.class)),
                        new SimilarCase.Marks(
                                row.getInt("good"), row.getInt("bad"), row.getObject("mine", Boolean.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
