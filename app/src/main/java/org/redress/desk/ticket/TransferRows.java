package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Transfers in the database; that one at most is open for a ticket is a constraint there. */
@Component
class TransferRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    TransferRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Offers it, unless another one is open; returns whether it was offered. */
    boolean add(Actor actor, UUID id, Ticket ticket, StaffId to, String why) {
        return jdbc.sql("""
                        insert into ticket.transfer (bureau, id, ticket, from_staff, to_staff, why, offered_by, offered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                actor.bureau().value(),
                                id,
                                ticket.id().value(),
                                ticket.responsible().value(),
                                to.value(),
                                why,
                                actor.staff().value(),
                                Moments.at(clock.instant()))
                        .update()
                == 1;
    }

    /** The one that waits for an answer, held for this transaction. */
    Optional<Transfer> held(Actor actor, TicketId ticket) {
        return jdbc.sql("select * from ticket.transfer where bureau = ? and ticket = ? and outcome is null for update")
                .params(actor.bureau().value(), ticket.value())
                .query(TransferRows::transfer)
                .optional();
    }

    Optional<Transfer> open(Actor actor, TicketId ticket) {
        return jdbc.sql("select * from ticket.transfer where bureau = ? and ticket = ? and outcome is null")
                .params(actor.bureau().value(), ticket.value())
                .query(TransferRows::transfer)
                .optional();
    }

    List<Transfer> waitingFor(Actor actor, StaffId staff, int limit) {
        return jdbc.sql("""
                        select * from ticket.transfer where bureau = ? and to_staff = ? and outcome is null
                         order by offered_at, id limit ?
                        """)
                .params(actor.bureau().value(), staff.value(), limit)
                .query(TransferRows::transfer)
                .list();
    }

    void end(Actor actor, Transfer transfer, Transfer.Outcome outcome, @Nullable String said) {
        jdbc.sql("""
                        update ticket.transfer set outcome = :outcome, said = :said, ended_at = :now
                         where bureau = :bureau and id = :id
                        """)
                .param("outcome", outcome.name())
                .param("said", said)
                .param("now", Moments.at(clock.instant()))
                .param("bureau", actor.bureau().value())
                .param("id", transfer.id())
                .update();
    }

    private static Transfer transfer(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        return new Transfer(
                row.getObject("id", UUID.class),
                new TicketId(row.getObject("ticket", UUID.class)),
                new StaffId(row.getObject("from_staff", UUID.class)),
                new StaffId(row.getObject("to_staff", UUID.class)),
                row.getString("why"),
                new StaffId(row.getObject("offered_by", UUID.class)),
                Moments.get(row, "offered_at"),
                outcome == null ? null : Transfer.Outcome.valueOf(outcome),
                row.getString("said"),
                Moments.find(row, "ended_at"));
    }
}
