package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Joinings and their proposals in the database. */
@Component
class JoinRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    JoinRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A proposal with its tickets, the earliest first. */
    record Open(TicketId lead, JoinProposal.Reason reason, List<TicketId> tickets, Instant at) {}

    /** One joining of a bureau at a time: no two can close a circle between them. Held to the end of the transaction. */
    void holdAll(Actor actor) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ticket.joining'), ?)")
                .param(actor.bureau().value())
                .query((row, n) -> true)
                .single();
    }

    List<Open> open(Actor actor, int limit) {
        return jdbc.sql("""
                        select p.lead, p.reason, max(p.at) as at,
                               array_agg(p.ticket order by t.received_at, t.number) as tickets
                          from ticket.join_proposal p
                          join ticket.ticket t on t.bureau = p.bureau and t.id = p.ticket
                         where p.bureau = ? and p.decided_at is null
                         group by p.lead, p.reason order by max(p.at) desc, p.lead limit ?
                        """)
                .params(actor.bureau().value(), limit)
                .query(JoinRows::proposal)
                .list();
    }

    List<Open> openFor(Actor actor, TicketId ticket) {
        return jdbc.sql("""
                        select p.lead, p.reason, max(p.at) as at,
                               array_agg(p.ticket order by t.received_at, t.number) as tickets
                          from (select distinct lead, reason from ticket.join_proposal
                                 where bureau = :bureau and decided_at is null
                                   and (ticket = :ticket or lead = :ticket)) mine
                          join ticket.join_proposal p
                            on p.bureau = :bureau and p.lead = mine.lead and p.reason = mine.reason
                           and p.decided_at is null
                          join ticket.ticket t on t.bureau = p.bureau and t.id = p.ticket
                         group by p.lead, p.reason order by max(p.at) desc, p.lead
                        """)
                .param("bureau", actor.bureau().value())
                .param("ticket", ticket.value())
                .query(JoinRows::proposal)
                .list();
    }

    private static Open proposal(ResultSet row, int n) throws SQLException {
        return new Open(
                new TicketId(row.getObject("lead", UUID.class)),
                JoinProposal.Reason.valueOf(row.getString("reason")),
                Arrays.stream((UUID[]) row.getArray("tickets").getArray())
                        .map(TicketId::new)
                        .toList(),
                Moments.get(row, "at"));
    }

    List<TicketId> openOf(Actor actor, TicketId lead, JoinProposal.Reason reason) {
        return jdbc.sql("""
                        select ticket from ticket.join_proposal
                         where bureau = ? and lead = ? and reason = ? and decided_at is null order by ticket
                        """)
                .params(actor.bureau().value(), lead.value(), reason.name())
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Decides what is open of a proposal; returns how many tickets that were. */
    int decide(Actor actor, TicketId lead, JoinProposal.Reason reason, boolean accepted) {
        return jdbc.sql("""
                        update ticket.join_proposal set decided_at = ?, decided_by = ?, accepted = ?
                         where bureau = ? and lead = ? and reason = ? and decided_at is null
                        """)
                .params(
                        Moments.at(clock.instant()),
                        actor.staff().value(),
                        accepted,
                        actor.bureau().value(),
                        lead.value(),
                        reason.name())
                .update();
    }

    /** Joins tickets to a lead; what else they were proposed to be joined to is settled by it. */
    void add(Actor actor, List<TicketId> tickets, TicketId lead) {
        UUID[] ids = tickets.stream().map(TicketId::value).toArray(UUID[]::new);
        UUID[] fresh = tickets.stream().map(ticket -> Ids.next()).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into ticket.joining (bureau, id, ticket, lead, at, staff)
                        select :bureau, id, ticket, :lead, :now, :staff from unnest(:fresh, :ids) as one (id, ticket)
                        """)
                .param("bureau", actor.bureau().value())
                .param("lead", lead.value())
                .param("now", Moments.at(clock.instant()))
                .param("staff", actor.staff().value())
                .param("fresh", fresh)
                .param("ids", ids)
                .update();
        jdbc.sql("""
                        update ticket.join_proposal set decided_at = ?, decided_by = ?, accepted = true
                         where bureau = ? and ticket = any(?) and decided_at is null
                        """)
                .params(
                        Moments.at(clock.instant()),
                        actor.staff().value(),
                        actor.bureau().value(),
                        ids)
                .update();
    }

    /** Ends the joining of a ticket; the lead that it had, if any. */
    Optional<TicketId> part(Actor actor, TicketId ticket) {
        return jdbc.sql("""
                        update ticket.joining set parted_at = ?, parted_by = ?
                         where bureau = ? and ticket = ? and parted_at is null returning lead
                        """)
                .params(
                        Moments.at(clock.instant()),
                        actor.staff().value(),
                        actor.bureau().value(),
                        ticket.value())
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .optional();
    }
}
