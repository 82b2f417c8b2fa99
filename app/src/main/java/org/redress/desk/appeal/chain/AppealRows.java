package org.redress.desk.appeal.chain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.desk.appeal.Happened;
import org.redress.desk.appeal.HappenedRows;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code appeal.appeal} and {@code appeal.appeal_step}. */
@Repository
class AppealRows {

    static final String SELECT = "select a.* from appeal.appeal a where a.bureau = :bureau and ";

    private static final String INSERT = """
            insert into appeal.appeal
              (bureau, id, number, ticket, reference, state, handler, unit, appellant, reach, dispute, matter, claim, occurred_on,
               complained_on, first_answer, settled_before, handled_before, elsewhere, received_on, received_at, due_at)
            values (:bureau, :id, :number, :ticket, :reference, :state, :handler, :unit, :appellant, :reach, :dispute, :matter,
                    :claim, :occurred, :complained, :first, :settled, :handled, :elsewhere, :receivedOn, :receivedAt, :due)
            """;

    private final JdbcClient jdbc;
    private final HappenedRows steps;

    AppealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.steps = new HappenedRows(jdbc, "appeal.appeal_step", "appeal");
    }

    /** Whoever records an appeal holds the bureau's to the end of the transaction. */
    int nextNumber(BureauId bureau) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('appeal.appeal'), ?)")
                .param(bureau.value())
                .query((row, n) -> true)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from appeal.appeal where bureau = ?")
                .param(bureau.value())
                .query(Integer.class)
                .single();
    }

    void insert(BureauId bureau, Appeal one) {
        Appeal.Grounds grounds = one.grounds();
        jdbc.sql(INSERT)
                .param("bureau", bureau.value())
                .param("id", one.id().value())
                .param("number", one.number())
                .param("ticket", one.ticket().value())
                .param("reference", one.reference())
                .param("state", one.state().name())
                .param("handler", one.handler().value())
                .param("unit", one.unit().value())
                .param("appellant", grounds.appellant())
                .param("reach", grounds.reach())
                .param("dispute", grounds.dispute().name())
                .param("matter", grounds.matter())
                .param("claim", grounds.claim())
                .param("occurred", grounds.occurredOn())
                .param("complained", grounds.complainedOn())
                .param("first", grounds.firstAnswer().name())
                .param("settled", grounds.settledBefore())
                .param("handled", grounds.handledBefore())
                .param("elsewhere", grounds.elsewhere())
                .param("receivedOn", grounds.receivedOn())
                .param("receivedAt", Moments.at(one.receivedAt()))
                .param("due", Moments.atOrNull(one.dueAt()))
                .update();
    }

    /** Holds one to the end of the transaction. */
    void hold(BureauId bureau, AppealId id) {
        hold(bureau, List.of(id.value()));
    }

    List<UUID> hold(BureauId bureau, Collection<UUID> appeals) {
        return jdbc.sql("select id from appeal.appeal where bureau = ? and id = any(?) order by id for update")
                .params(bureau.value(), appeals.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether it was still in the version that somebody saw. */
    boolean update(BureauId bureau, Appeal after) {
        return jdbc.sql("""
                        update appeal.appeal
                           set state = :state, due_at = :due, reply_due = :replyDue, reply_in_time = :inTime,
                               refusals = :refusals, satisfaction = :satisfaction, ended_at = :ended, version = version + 1
                         where bureau = :bureau and id = :id and version = :version
                        """)
                        .param("state", after.state().name())
                        .param("due", Moments.atOrNull(after.dueAt()))
                        .param("replyDue", Moments.atOrNull(after.reply().dueAt()))
                        .param("inTime", after.reply().inTime())
                        .param(
                                "refusals",
                                after.refusals().stream().map(Enum::name).toArray(String[]::new))
                        .param(
                                "satisfaction",
                                after.satisfaction() == null
                                        ? null
                                        : after.satisfaction().name())
                        .param("ended", Moments.atOrNull(after.endedAt()))
                        .param("bureau", bureau.value())
                        .param("id", after.id().value())
                        .param("version", after.version())
                        .update()
                == 1;
    }

    /** Gives those of a ticket that have not ended to whoever answers for it; nobody's page becomes stale by it. */
    List<AppealId> handOn(BureauId bureau, Ticket ticket) {
        return jdbc.sql("""
                        update appeal.appeal set handler = :handler, unit = :unit
                         where bureau = :bureau and ticket = :ticket and ended_at is null
                           and (handler, unit) is distinct from (:handler, :unit)
                        returning id
                        """)
                .param("handler", ticket.responsible().value())
                .param("unit", ticket.unit().value())
                .param("bureau", bureau.value())
                .param("ticket", ticket.id().value())
                .query((row, n) -> new AppealId(row.getObject(1, UUID.class)))
                .list();
    }

    void add(BureauId bureau, AppealId appeal, Happened one) {
        steps.add(bureau, appeal.value(), one);
    }

    List<Happened> history(BureauId bureau, AppealId appeal) {
        return steps.of(bureau, appeal.value());
    }

    Optional<Appeal> find(BureauId bureau, AppealId id) {
        return list(bureau, "a.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    List<Appeal> ofTicket(BureauId bureau, TicketId ticket) {
        return list(bureau, "a.ticket = :ticket order by a.number", Map.of("ticket", ticket.value()));
    }

    /** Those that a condition selects, in its order. */
    List<Appeal> list(BureauId bureau, String where, Map<String, ?> params) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("bureau", bureau.value());
        return jdbc.sql(SELECT + where).params(all).query(AppealRows::appeal).list();
    }

    static Appeal appeal(ResultSet row, int n) throws SQLException {
        String said = row.getString("satisfaction");
        return new Appeal(
                new AppealId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new TicketId(row.getObject("ticket", UUID.class)),
                row.getString("reference"),
                AppealState.valueOf(row.getString("state")),
                new StaffId(row.getObject("handler", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                new Appeal.Grounds(
                        row.getString("appellant"),
                        row.getString("reach"),
                        Dispute.valueOf(row.getString("dispute")),
                        row.getString("matter"),
                        row.getString("claim"),
                        row.getObject("occurred_on", LocalDate.class),
                        row.getObject("complained_on", LocalDate.class),
                        FirstAnswer.valueOf(row.getString("first_answer")),
                        row.getBoolean("settled_before"),
                        row.getBoolean("handled_before"),
                        row.getBoolean("elsewhere"),
                        row.getObject("received_on", LocalDate.class)),
                row.getTimestamp("received_at").toInstant(),
                Moments.find(row, "due_at"),
                new Appeal.Reply(Moments.find(row, "reply_due"), row.getObject("reply_in_time", Boolean.class)),
                conditions(row.getArray("refusals")),
                said == null ? null : Satisfaction.valueOf(said),
                Moments.find(row, "ended_at"),
                row.getInt("version"));
    }

    private static List<Condition> conditions(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(Condition::valueOf)
                .toList();
    }
}
