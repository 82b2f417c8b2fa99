package org.redress.desk.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.ground.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which ticket leads which, whatever the depth. */
@Component
class Leads {

    static final String JOINED = """
            with recursive one (root, ticket) as (
                select ticket, ticket from unnest(:ids) as given (ticket)
                union
                select one.root, case when j.ticket = one.ticket then j.lead else j.ticket end from one
                  join ticket.joining j on j.bureau = :bureau and j.parted_at is null
                                       and (j.ticket = one.ticket or j.lead = one.ticket)
            )
            select root, ticket from one
            """;

    static final String PARTED = """
            with recursive given (root, ticket) as (select root, ticket from unnest(:roots, :ids) as g (root, ticket)),
            other (root, ticket) as (
                select g.root, case when j.ticket = g.ticket then j.lead else j.ticket end from given g
                  join ticket.joining j on j.bureau = :bureau and j.parted_at >= :since
                                       and (j.ticket = g.ticket or j.lead = g.ticket)
                union
                select other.root, case when j.ticket = other.ticket then j.lead else j.ticket end from other
                  join ticket.joining j on j.bureau = :bureau and j.parted_at is null
                                       and (j.ticket = other.ticket or j.lead = other.ticket)
            )
            select root, ticket from other
             where not exists (select from given g where g.root = other.root and g.ticket = other.ticket)
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

    /** Each of these tickets with all that are joined with it, whichever leads. */
    Map<TicketId, Set<TicketId>> joined(Actor actor, Collection<TicketId> tickets) {
        return sets(jdbc.sql(JOINED)
                .param("bureau", actor.bureau().value())
                .param("ids", tickets.stream().map(TicketId::value).toArray(UUID[]::new)));
    }

    /**
     * Every ticket that was parted since a moment from one that is joined with a ticket, with those that are joined with it now.
     *
     * @param joined by ticket, with the ticket itself
     */
    Map<TicketId, Set<TicketId>> parted(Actor actor, Map<TicketId, Set<TicketId>> joined, Instant since) {
        List<UUID> roots = new ArrayList<>();
        List<UUID> tickets = new ArrayList<>();
        joined.forEach((root, with) -> with.forEach(ticket -> {
            roots.add(root.value());
            tickets.add(ticket.value());
        }));
        return sets(jdbc.sql(PARTED)
                .param("bureau", actor.bureau().value())
                .param("since", Moments.at(since))
                .param("roots", roots.toArray(UUID[]::new))
                .param("ids", tickets.toArray(UUID[]::new)));
    }

    private static Map<TicketId, Set<TicketId>> sets(JdbcClient.StatementSpec pairs) {
        Map<TicketId, Set<TicketId>> sets = new HashMap<>();
        pairs.query(row -> {
            sets.computeIfAbsent(new TicketId(row.getObject(1, UUID.class)), root -> new HashSet<>())
                    .add(new TicketId(row.getObject(2, UUID.class)));
        });
        return sets;
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
