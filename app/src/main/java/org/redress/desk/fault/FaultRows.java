package org.redress.desk.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code fault.fault}. */
@Repository
class FaultRows {

    private static final String INSERT = """
            insert into fault.fault
              (bureau, id, ticket, line, outage, level, repeat_of, pointed, state, unit, reported_by, reported_at, due_at)
            values (:bureau, :id, :ticket, :line, :outage, :level, :repeatOf, :pointed, :state, :unit, :by, :at, :due)
            """;

    private static final String UPDATE = """
            update fault.fault
               set state = :state, unit = :unit, accepted_by = :acceptedBy, window_from = :from, window_until = :until,
                   cause = :cause, done = :done, restored_at = :restoredAt, denials = :denials, due_at = :due, late = :late,
                   version = version + 1
             where bureau = :bureau and id = :id and version = :version
            """;

    private final JdbcClient jdbc;

    FaultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two orders for one ticket stand in line until the transaction of the first has ended. */
    void hold(BureauId bureau, TicketId ticket) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params("fault.ticket." + ticket.value(), (long) bureau.value())
                .query((row, n) -> 0)
                .list();
    }

    void insert(BureauId bureau, Fault one) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", one.id().value());
        row.put("ticket", one.ticket().value());
        row.put("line", one.line().value());
        row.put("outage", one.outage() == null ? null : one.outage().value());
        row.put("level", one.level());
        row.put("repeatOf", one.repeatOf() == null ? null : one.repeatOf().value());
        row.put("pointed", one.pointed());
        row.put("state", one.state().name());
        row.put("unit", one.unit().value());
        row.put("by", one.reported().by().value());
        row.put("at", Moments.at(one.reported().at()));
        row.put("due", Moments.at(one.due().at()));
        jdbc.sql(INSERT).params(row).update();
    }

    /** Writes what a fault has become, if nothing has happened to it since it was read; returns it as it is then. */
    Fault update(BureauId bureau, Fault one) {
        Window window = one.window();
        Fault.Work work = one.work();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", one.id().value());
        row.put("version", one.version());
        row.put("state", one.state().name());
        row.put("unit", one.unit().value());
        row.put("acceptedBy", one.acceptedBy() == null ? null : one.acceptedBy().value());
        row.put("from", window == null ? null : Moments.at(window.from()));
        row.put("until", window == null ? null : Moments.at(window.until()));
        row.put("cause", work.cause() == null ? null : work.cause().name());
        row.put("done", work.done());
        row.put("restoredAt", Moments.atOrNull(work.restoredAt()));
        row.put("denials", work.denials());
        row.put("due", Moments.at(one.due().at()));
        row.put("late", one.due().late());
        if (jdbc.sql(UPDATE).params(row).update() != 1) {
            throw new IllegalStateException("fault " + one.id() + " changed while it was held");
        }
        return find(bureau, one.id()).orElseThrow();
    }

    /** Puts it before others, or back into its turn; nobody's page becomes stale by it. Returns it as it is then. */
    Fault first(BureauId bureau, FaultId fault, boolean first) {
        jdbc.sql("update fault.fault set in_turn = ? where bureau = ? and id = ?")
                .params(!first, bureau.value(), fault.value())
                .update();
        return find(bureau, fault).orElseThrow();
    }

    void answers(BureauId bureau, FaultId fault, List<Diagnosis.Said> said) {
        for (int place = 0; place < said.size(); place++) {
            jdbc.sql("insert into fault.answer (bureau, fault, place, question, answer) values (?, ?, ?, ?, ?)")
                    .params(
                            bureau.value(),
                            fault.value(),
                            place,
                            said.get(place).question(),
                            said.get(place).answer())
                    .update();
        }
    }

    List<Diagnosis.Said> answers(BureauId bureau, FaultId fault) {
        return jdbc.sql("select question, answer from fault.answer where bureau = ? and fault = ? order by place")
                .params(bureau.value(), fault.value())
                .query((row, n) -> new Diagnosis.Said(row.getString(1), row.getString(2)))
                .list();
    }

    Optional<Fault> find(BureauId bureau, FaultId id) {
        return list(bureau, "id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** Held for this transaction, so that steps follow one another. */
    Optional<Fault> hold(BureauId bureau, FaultId id) {
        return list(bureau, "id = :id for update", Map.of("id", id.value())).stream()
                .findFirst();
    }

    List<Fault> of(BureauId bureau, Collection<UUID> ids) {
        return list(bureau, "id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    List<Fault> ofTickets(BureauId bureau, Collection<TicketId> tickets) {
        return list(
                bureau,
                "ticket = any(:tickets)",
                Map.of("tickets", tickets.stream().map(TicketId::value).toArray(UUID[]::new)));
    }

    Optional<Fault> open(BureauId bureau, LineId line) {
        return list(bureau, "line = :line and open", Map.of("line", line.value())).stream()
                .findFirst();
    }

    /** Open ones that wait for their turn, in the order of their lines, of which each has one. */
    List<Fault> inTurn(BureauId bureau, UUID afterLine, int limit) {
        return list(bureau, IN_TURN, Map.of("line", afterLine, "limit", limit));
    }

    static final String IN_TURN = "open and in_turn and line > :line order by line limit :limit";

    /** Repairs of a line since a moment and before another one, the latest first. */
    List<Fault> restored(BureauId bureau, LineId line, Instant since, Instant before, int limit) {
        return list(
                bureau,
                RESTORED,
                Map.of("line", line.value(), "since", Moments.at(since), "before", Moments.at(before), "limit", limit));
    }

    static final String RESTORED = """
            line = :line and restored_at is not null and restored_at >= :since and restored_at < :before
             order by restored_at desc, id desc limit :limit
            """;

    /** Those that a condition on the table selects, in its order. */
    List<Fault> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql("select * from fault.fault where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> fault(row))
                .list();
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Fault fault(ResultSet row) throws SQLException {
        UUID outage = id(row, "outage");
        UUID repeatOf = id(row, "repeat_of");
        UUID acceptedBy = id(row, "accepted_by");
        Instant from = Moments.find(row, "window_from");
        String cause = row.getString("cause");
        return new Fault(
                new FaultId(row.getObject("id", UUID.class)),
                new TicketId(row.getObject("ticket", UUID.class)),
                new LineId(row.getObject("line", UUID.class)),
                outage == null ? null : new OutageId(outage),
                row.getInt("level"),
                repeatOf == null ? null : new FaultId(repeatOf),
                row.getString("pointed"),
                RepairState.valueOf(row.getString("state")),
                new UnitId(row.getObject("unit", UUID.class)),
                new Fault.Reported(
                        new StaffId(row.getObject("reported_by", UUID.class)), Moments.get(row, "reported_at")),
                acceptedBy == null ? null : new StaffId(acceptedBy),
                from == null ? null : new Window(from, Moments.get(row, "window_until")),
                new Fault.Work(
                        cause == null ? null : FaultCause.valueOf(cause),
                        row.getString("done"),
                        Moments.find(row, "restored_at"),
                        row.getInt("denials")),
                new Fault.Due(Moments.get(row, "due_at"), row.getBoolean("late")),
                !row.getBoolean("in_turn"),
                row.getInt("version"));
    }
}
