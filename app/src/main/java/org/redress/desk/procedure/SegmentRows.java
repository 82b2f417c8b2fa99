package org.redress.desk.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Unit;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code procedure.segment}. */
@Repository
class SegmentRows {

    private static final String INSERT = """
            insert into procedure.segment
              (bureau, id, ticket, procedure, place, name, unit, post, person, owed, amount, limit_unit, evidence, control, decided,
               state, from_unit, sent_by, sent_at, due_at)
            values (:bureau, :id, :ticket,
                    case when :place::int is not null
                         then (select procedure from procedure.journey where bureau = :bureau and ticket = :ticket) end,
                    :place, :name, :unit, :post, :person, :owed, :amount, :limitUnit, :evidence,
                    :control, :decided, :state, :fromUnit, :sentBy, :sentAt, :dueAt)
            """;

    private static final String UPDATE = """
            update procedure.segment
               set state = :state, decided = :decided, accepted_by = :acceptedBy, accepted_at = :acceptedAt,
                   ended_at = :endedAt, report = :report, left_behind = :left, reason = :reason, due_at = :dueAt,
                   in_time = :inTime, assessed = :assessed, version = version + 1
             where bureau = :bureau and id = :id and version = :version
            """;

    static final String PEOPLE = """
            select accepted_by from procedure.segment
             where bureau = :bureau and ticket = :ticket and accepted_by is not null
             union select by_staff from procedure.handover where bureau = :bureau and ticket = :ticket
            """;

    private final JdbcClient jdbc;

    SegmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the journeys of their tickets, as whoever moves one of them does; those of these segments that have not ended. */
    List<UUID> holdJourneys(BureauId bureau, Collection<UUID> segments) {
        return jdbc.sql("""
                        select s.id from procedure.segment s
                          join procedure.journey j on j.bureau = s.bureau and j.ticket = s.ticket
                         where s.bureau = ? and s.id = any(?) and s.ended_at is null order by j.ticket for update of j
                        """)
                .params(bureau.value(), segments.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void insert(BureauId bureau, Segment one) {
        Task task = one.task();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", one.id().value());
        row.put("ticket", one.ticket().value());
        row.put("place", one.place());
        row.put("name", task.name());
        row.put("unit", task.unit().value());
        row.put("post", task.post());
        row.put("person", task.person() == null ? null : task.person().value());
        row.put("owed", task.owed());
        row.put("amount", task.limit().amount());
        row.put("limitUnit", task.limit().unit().name());
        row.put("evidence", task.evidence());
        row.put("control", task.control());
        row.put("decided", one.decided());
        row.put("state", one.state().name());
        row.put("fromUnit", one.sent().from().value());
        row.put("sentBy", one.sent().by().value());
        row.put("sentAt", Moments.at(one.sent().at()));
        row.put("dueAt", Moments.at(one.dueAt()));
        jdbc.sql(INSERT).params(row).update();
    }

    /** Writes what a segment has become, if nothing has happened to it since it was read. */
    void update(BureauId bureau, Segment one) {
        Segment.Outcome outcome = one.outcome();
        Segment.Accepted accepted = one.accepted();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", one.id().value());
        row.put("version", one.version());
        row.put("state", one.state().name());
        row.put("decided", one.decided());
        row.put("acceptedBy", accepted == null ? null : accepted.by().value());
        row.put("acceptedAt", accepted == null ? null : Moments.at(accepted.at()));
        row.put("endedAt", outcome.endedAt() == null ? null : Moments.at(outcome.endedAt()));
        row.put("report", outcome.report());
        row.put("left", outcome.evidence());
        row.put("reason", outcome.reason());
        row.put("dueAt", Moments.at(one.dueAt()));
        row.put("inTime", outcome.inTime());
        row.put("assessed", outcome.assessed());
        if (jdbc.sql(UPDATE).params(row).update() != 1) {
            throw new IllegalStateException("segment " + one.id() + " changed while its ticket was held");
        }
    }

    Optional<Segment> find(BureauId bureau, SegmentId id) {
        return list(bureau, "id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** Every segment of a ticket, the first one sent first. */
    List<Segment> of(BureauId bureau, TicketId ticket) {
        return list(bureau, "ticket = :ticket order by sent_at, id", Map.of("ticket", ticket.value()));
    }

    /** Who took up a segment of a ticket, or handed one over. */
    Set<StaffId> people(BureauId bureau, TicketId ticket) {
        return jdbc.sql(PEOPLE)
                .param("bureau", bureau.value())
                .param("ticket", ticket.value())
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .set();
    }

    List<Segment> of(BureauId bureau, Collection<UUID> ids) {
        return list(bureau, "id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    /** Those that a condition on the table selects, in its order. */
    List<Segment> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql("select * from procedure.segment where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> segment(row))
                .list();
    }

    private static Segment segment(ResultSet row) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        UUID acceptedBy = row.getObject("accepted_by", UUID.class);
        Task task = new Task(
                row.getString("name"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("post"),
                person == null ? null : new StaffId(person),
                row.getString("owed"),
                new Limit(row.getInt("amount"), Unit.valueOf(row.getString("limit_unit"))),
                row.getString("evidence"),
                row.getBoolean("control"));
        return new Segment(
                new SegmentId(row.getObject("id", UUID.class)),
                new TicketId(row.getObject("ticket", UUID.class)),
                row.getObject("place", Integer.class),
                task,
                row.getBoolean("decided"),
                SegmentState.valueOf(row.getString("state")),
                new Segment.Sent(
                        new UnitId(row.getObject("from_unit", UUID.class)),
                        new StaffId(row.getObject("sent_by", UUID.class)),
                        Moments.get(row, "sent_at")),
                acceptedBy == null
                        ? null
                        : new Segment.Accepted(new StaffId(acceptedBy), Moments.get(row, "accepted_at")),
                new Segment.Outcome(
                        Moments.find(row, "ended_at"),
                        row.getString("report"),
                        row.getString("left_behind"),
                        row.getString("reason"),
                        row.getObject("in_time", Boolean.class),
                        row.getBoolean("assessed")),
                Moments.get(row, "due_at"),
                row.getInt("version"));
    }
}
