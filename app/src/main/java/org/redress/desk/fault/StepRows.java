package org.redress.desk.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Table {@code fault.step}: what happened, written with its trail and its message. */
@Repository
class StepRows {

    static final String PEOPLE = """
            select distinct s.by_staff from fault.fault f
              join fault.step s on s.bureau = f.bureau and s.fault = f.id
             where f.bureau = :bureau and f.ticket = :ticket
            """;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Outbox outbox;

    StepRows(JdbcClient jdbc, Trail trail, Outbox outbox) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.outbox = outbox;
    }

    void add(Actor actor, Fault after, RepairEvent event) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", actor.bureau().value());
        row.put("fault", event.fault().value());
        row.put("what", event.what().name());
        row.put("unit", event.unit().value());
        row.put("about", event.about());
        row.put("words", event.words());
        row.put("by", event.by().value());
        row.put("at", Moments.at(event.at()));
        jdbc.sql("""
                        insert into fault.step (bureau, fault, what, unit, about, words, by_staff, at)
                        values (:bureau, :fault, :what, :unit, :about, :words, :by, :at)
                        """).params(row).update();
        String fact = FaultMoved.of(after, event).json();
        trail.record(
                actor,
                "fault." + event.what().name().toLowerCase(Locale.ROOT),
                FaultRights.KIND,
                event.fault().value(),
                fact);
        outbox.add(actor.bureau().value(), FaultMoved.TOPIC, fact);
    }

    List<RepairEvent> of(BureauId bureau, FaultId fault) {
        return jdbc.sql("select * from fault.step where bureau = ? and fault = ? order by seq")
                .params(bureau.value(), fault.value())
                .query((row, n) -> new RepairEvent(
                        fault,
                        RepairStep.valueOf(row.getString("what")),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getString("about"),
                        row.getString("words"),
                        new StaffId(row.getObject("by_staff", UUID.class)),
                        Moments.get(row, "at")))
                .list();
    }

    /** Who took a step of the repair for which a ticket was opened. */
    Set<StaffId> people(BureauId bureau, TicketId ticket) {
        return jdbc.sql(PEOPLE)
                .param("bureau", bureau.value())
                .param("ticket", ticket.value())
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .set();
    }
}
