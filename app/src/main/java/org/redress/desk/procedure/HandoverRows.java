package org.redress.desk.procedure;

import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Moments;
import org.redress.platform.jobs.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code procedure.handover}: what happened, written with its trail and its message. */
@Repository
class HandoverRows {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Outbox outbox;

    HandoverRows(JdbcClient jdbc, Trail trail, Outbox outbox) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.outbox = outbox;
    }

    void add(Actor actor, Handover one) {
        jdbc.sql("""
                        insert into procedure.handover
                          (bureau, ticket, segment, what, from_unit, to_unit, why, by_staff, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        actor.bureau().value(),
                        one.ticket().value(),
                        one.segment().value(),
                        one.what().name(),
                        one.from().value(),
                        one.to().value(),
                        one.why(),
                        one.by().value(),
                        Moments.at(one.at()))
                .update();
        String fact = SegmentMoved.of(one).json();
        trail.record(
                actor,
                "segment." + one.what().name().toLowerCase(java.util.Locale.ROOT),
                "ticket",
                one.ticket().value(),
                fact);
        outbox.add(actor.bureau().value(), SegmentMoved.TOPIC, fact);
    }

    /** What happened to a ticket after a hand-over, in order; 0 for everything. */
    List<Handover> of(BureauId bureau, TicketId ticket, long after) {
        return jdbc.sql("select * from procedure.handover where bureau = ? and ticket = ? and seq > ? order by seq")
                .params(bureau.value(), ticket.value(), after)
                .query((row, n) -> new Handover(
                        row.getLong("seq"),
                        ticket,
                        new SegmentId(row.getObject("segment", UUID.class)),
                        Handover.What.valueOf(row.getString("what")),
                        new UnitId(row.getObject("from_unit", UUID.class)),
                        new UnitId(row.getObject("to_unit", UUID.class)),
                        row.getString("why"),
                        new StaffId(row.getObject("by_staff", UUID.class)),
                        Moments.get(row, "at")))
                .list();
    }
}
