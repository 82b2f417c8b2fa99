package org.redress.desk.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code procedure.ruling}. */
@Repository
class RulingRows {

    private final JdbcClient jdbc;

    RulingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stops a matter; the id of the ruling that it waits for. */
    UUID stop(BureauId bureau, TicketId ticket, ThrownAroundPolicy.Stop stop, Instant at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into procedure.ruling (bureau, id, ticket, cause, count, stopped_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(bureau.value(), id, ticket.value(), stop.cause().name(), stop.count(), Moments.at(at))
                .update();
        return id;
    }

    void decide(Actor actor, Ruling ruling, UnitId unit, String why, Instant at) {
        jdbc.sql("""
                        update procedure.ruling set decided_at = ?, decided_by = ?, unit = ?, why = ?
                         where bureau = ? and id = ?
                        """)
                .params(
                        Moments.at(at),
                        actor.staff().value(),
                        unit.value(),
                        why,
                        actor.bureau().value(),
                        ruling.id())
                .update();
    }

    /** Nobody need decide any longer: the ticket has ended. */
    void lapse(BureauId bureau, TicketId ticket, Instant at) {
        jdbc.sql("update procedure.ruling set decided_at = ? where bureau = ? and ticket = ? and decided_at is null")
                .params(Moments.at(at), bureau.value(), ticket.value())
                .update();
    }

    /** What a ticket waits for. */
    Optional<Ruling> open(BureauId bureau, TicketId ticket) {
        return jdbc.sql("select * from procedure.ruling where bureau = ? and ticket = ? and decided_at is null")
                .params(bureau.value(), ticket.value())
                .query(RulingRows::ruling)
                .optional();
    }

    /** Those of these that wait for a decision. */
    List<Ruling> open(BureauId bureau, Collection<UUID> ids) {
        return jdbc.sql("select * from procedure.ruling where bureau = ? and id = any(?) and decided_at is null")
                .params(bureau.value(), ids.toArray(UUID[]::new))
                .query(RulingRows::ruling)
                .list();
    }

    /** Everything that waits for a decision after a place in the order in which it stopped. */
    List<Ruling> open(BureauId bureau, Instant after, UUID id, int limit) {
        return jdbc.sql("""
                        select * from procedure.ruling
                         where bureau = ? and decided_at is null and (stopped_at, id) > (?, ?)
                         order by stopped_at, id limit ?
                        """)
                .params(bureau.value(), Moments.at(after), id, limit)
                .query(RulingRows::ruling)
                .list();
    }

    long count(BureauId bureau) {
        return jdbc.sql("select count(*) from procedure.ruling where bureau = ? and decided_at is null")
                .param(bureau.value())
                .query(Long.class)
                .single();
    }

    private static Ruling ruling(ResultSet row, int n) throws SQLException {
        return new Ruling(
                row.getObject("id", UUID.class),
                new TicketId(row.getObject("ticket", UUID.class)),
                Ruling.Cause.valueOf(row.getString("cause")),
                row.getInt("count"),
                Moments.get(row, "stopped_at"));
    }
}
