package org.redress.desk.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which ticket leads which, whatever the depth. */
@Component
class Leads {

    static final String TOGETHER = """
            with recursive one (ticket) as (
                select ticket from unnest(:ids) as given (ticket)
                union
                select case when j.ticket = one.ticket then j.lead else j.ticket end from one
                  join ticket.joining j on j.bureau = :bureau and j.parted_at is null
                                       and (j.ticket = one.ticket or j.lead = one.ticket)
            )
            select ticket from one
            """;

    static final String PARTED = """
            with recursive other (ticket) as (
                select case when j.ticket = any(:ids) then j.lead else j.ticket end from ticket.joining j
                 where j.bureau = :bureau and j.parted_at >= :since and (j.ticket = any(:ids) or j.lead = any(:ids))
                union
                select case when j.ticket = other.ticket then j.lead else j.ticket end from other
                  join ticket.joining j on j.bureau = :bureau and j.parted_at is null
                                       and (j.ticket = other.ticket or j.lead = other.ticket)
            )
            select ticket from other where ticket <> all(:ids)
            """;

    private final JdbcClient jdbc;

    Leads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The topmost lead of each of these tickets that is joined to one; the others are not in the answer. */
    Map<TicketId, TicketId> of(Actor actor, Collection<TicketId> tickets) {
        record Pair(TicketId ticket, TicketId lead) {}
        return jdbc
                .sql("""
                        with recursive up (ticket, lead) as (
                            select j.ticket, j.lead from ticket.joining j
                             where j.bureau = :bureau and j.ticket = any(:ids) and j.parted_at is null
                            union
                            select up.ticket, j.lead from up
                              join ticket.joining j on j.bureau = :bureau and j.ticket = up.lead and j.parted_at is null
                        )
                        select ticket, lead from up
                         where not exists (select 1 from ticket.joining j
                                            where j.bureau = :bureau and j.ticket = up.lead and j.parted_at is null)
                        """)
                .param("bureau", actor.bureau().value())
                .param("ids", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> new Pair(
                        new TicketId(row.getObject(1, UUID.class)), new TicketId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Pair::ticket, Pair::lead));
    }

    /** These tickets with all that are joined with any of them, whichever leads. */
    List<TicketId> together(Actor actor, Collection<TicketId> tickets) {
        return jdbc.sql(TOGETHER)
                .param("bureau", actor.bureau().value())
                .param("ids", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Every ticket that was parted from one of these since a moment, with those that are joined with it now. */
    List<TicketId> parted(Actor actor, Collection<TicketId> tickets, Instant since) {
        return jdbc.sql(PARTED)
                .param("bureau", actor.bureau().value())
                .param("since", Moments.at(since))
                .param("ids", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Every ticket below a lead, at any depth, the earliest first. */
    List<TicketId> below(Actor actor, TicketId lead) {
        return jdbc.sql("""
                        with recursive down (ticket) as (
                            select j.ticket from ticket.joining j
                             where j.bureau = :bureau and j.lead = :lead and j.parted_at is null
                            union
                            select j.ticket from down
                              join ticket.joining j on j.bureau = :bureau and j.lead = down.ticket and j.parted_at is null
                        )
                        select t.id from down join ticket.ticket t on t.bureau = :bureau and t.id = down.ticket
                         order by t.received_at, t.number
                        """)
                .param("bureau", actor.bureau().value())
                .param("lead", lead.value())
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }
}
