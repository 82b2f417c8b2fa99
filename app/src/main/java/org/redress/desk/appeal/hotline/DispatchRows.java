package org.redress.desk.appeal.hotline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.desk.appeal.Happened;
import org.redress.desk.appeal.HappenedRows;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.contact.ContactId;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code appeal.dispatch} and {@code appeal.dispatch_step}. */
@Repository
class DispatchRows {

    static final String SELECT = "select a.* from appeal.dispatch a where a.bureau = :bureau and ";

    private final JdbcClient jdbc;
    private final HappenedRows steps;

    DispatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.steps = new HappenedRows(jdbc, "appeal.dispatch_step", "dispatch");
    }

    /** Whoever records a number holds it to the end of the transaction. */
    Optional<Dispatch> known(BureauId bureau, String number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params("appeal.dispatch" + number, (long) bureau.value())
                .query((row, n) -> true)
                .single();
        return list(bureau, "a.number = :number", Map.of("number", number)).stream()
                .findFirst();
    }

    void insert(BureauId bureau, Dispatch one) {
        jdbc.sql("""
                        insert into appeal.dispatch (bureau, id, number, urgency, ticket, contact, state, matter, handler, unit,
                                                     received_at, sign_due)
                        values (:bureau, :id, :number, :urgency, :ticket, :contact, :state, :matter, :handler, :unit,
                                :received, :due)
                        """)
                .param("bureau", bureau.value())
                .param("id", one.id().value())
                .param("number", one.number())
                .param("urgency", one.urgency().name())
                .param("ticket", one.ticket().value())
                .param("contact", one.contact().value())
                .param("state", one.state().name())
                .param("matter", one.matter())
                .param("handler", one.handler().value())
                .param("unit", one.unit().value())
                .param("received", Moments.at(one.receivedAt()))
                .param("due", Moments.at(one.signing().dueAt()))
                .update();
    }

    /** Holds one to the end of the transaction. */
    void hold(BureauId bureau, DispatchId id) {
        jdbc.sql("select 1 from appeal.dispatch where bureau = ? and id = ? for update")
                .params(bureau.value(), id.value())
                .query((row, n) -> true)
                .list();
    }

    /** Whether it was still in the version that somebody saw. */
    boolean update(BureauId bureau, Dispatch after) {
        return jdbc.sql("""
                        update appeal.dispatch
                           set state = :state, signed_at = :signed, signed_in_time = :inTime, answered_at = :answered,
                               sent_back = :back, satisfaction = :satisfaction, closed_at = :closed, version = version + 1
                         where bureau = :bureau and id = :id and version = :version
                        """)
                        .param("state", after.state().name())
                        .param("signed", Moments.atOrNull(after.signing().at()))
                        .param("inTime", after.signing().inTime())
                        .param("answered", Moments.atOrNull(after.answeredAt()))
                        .param("back", after.sentBack())
                        .param(
                                "satisfaction",
                                after.satisfaction() == null
                                        ? null
                                        : after.satisfaction().name())
                        .param("closed", Moments.atOrNull(after.closedAt()))
                        .param("bureau", bureau.value())
                        .param("id", after.id().value())
                        .param("version", after.version())
                        .update()
                == 1;
    }

    /** Gives those of a ticket that have not ended to whoever answers for it; nobody's page becomes stale by it. */
    List<DispatchId> handOn(BureauId bureau, Ticket ticket) {
        return jdbc.sql("""
                        update appeal.dispatch set handler = :handler, unit = :unit
                         where bureau = :bureau and ticket = :ticket and closed_at is null
                           and (handler, unit) is distinct from (:handler, :unit)
                        returning id
                        """)
                .param("handler", ticket.responsible().value())
                .param("unit", ticket.unit().value())
                .param("bureau", bureau.value())
                .param("ticket", ticket.id().value())
                .query((row, n) -> new DispatchId(row.getObject(1, UUID.class)))
                .list();
    }

    void add(BureauId bureau, DispatchId dispatch, Happened one) {
        steps.add(bureau, dispatch.value(), one);
    }

    List<Happened> history(BureauId bureau, DispatchId dispatch) {
        return steps.of(bureau, dispatch.value());
    }

    Optional<Dispatch> find(BureauId bureau, DispatchId id) {
        return list(bureau, "a.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    List<Dispatch> ofTicket(BureauId bureau, TicketId ticket) {
        return list(bureau, "a.ticket = :ticket order by a.id", Map.of("ticket", ticket.value()));
    }

    /** Those that a condition selects, in its order. */
    List<Dispatch> list(BureauId bureau, String where, Map<String, ?> params) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("bureau", bureau.value());
        return jdbc.sql(SELECT + where)
                .params(all)
                .query(DispatchRows::dispatch)
                .list();
    }

    private static Dispatch dispatch(ResultSet row, int n) throws SQLException {
        String said = row.getString("satisfaction");
        return new Dispatch(
                new DispatchId(row.getObject("id", UUID.class)),
                row.getString("number"),
                Urgency.valueOf(row.getString("urgency")),
                new TicketId(row.getObject("ticket", UUID.class)),
                new ContactId(row.getObject("contact", UUID.class)),
                DispatchState.valueOf(row.getString("state")),
                row.getString("matter"),
                new StaffId(row.getObject("handler", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getTimestamp("received_at").toInstant(),
                new Dispatch.Signing(
                        row.getTimestamp("sign_due").toInstant(),
                        Moments.find(row, "signed_at"),
                        row.getObject("signed_in_time", Boolean.class)),
                Moments.find(row, "answered_at"),
                row.getBoolean("sent_back"),
                said == null ? null : Satisfaction.valueOf(said),
                Moments.find(row, "closed_at"),
                row.getInt("version"));
    }
}
