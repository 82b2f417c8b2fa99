package org.redress.desk.care.station;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code care.report}, {@code care.mark} and {@code care.attempt}. */
@Repository
class StationReportRows {

    static final String OF_CUSTOMER = "select id from care.report where bureau = :bureau and customer = :customer";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    StationReportRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @return whether it was still owed */
    boolean take(BureauId bureau, ReportId id, Report.Taken taken, boolean bad) {
        return jdbc.sql("""
                        update care.report
                           set state = 'TAKEN', channel = ?, words = ?, late = ?, bad = ?, reported_at = ?, taken_by = ?, taken_at = ?
                         where bureau = ? and id = ? and state = 'OWED'
                        """)
                        .params(
                                taken.channel().name(),
                                taken.words(),
                                taken.late(),
                                bad,
                                Moments.at(taken.reportedAt()),
                                taken.by().value(),
                                Moments.at(taken.at()),
                                bureau.value(),
                                id.value())
                        .update()
                == 1;
    }

    void marks(BureauId bureau, Report report, List<Mark> marks) {
        batch.batchUpdate(
                "insert into care.mark (bureau, report, place, period, key, value, bad) values (?, ?, ?, ?, ?, ?, ?)",
                marks,
                marks.size(),
                (statement, one) -> {
                    statement.setInt(1, bureau.value());
                    statement.setObject(2, report.id().value());
                    statement.setInt(3, one.place());
                    statement.setObject(4, report.period());
                    statement.setObject(5, one.key());
                    statement.setInt(6, one.value());
                    statement.setBoolean(7, one.bad());
                });
    }

    /** The answers of many reports, in one query. */
    Map<ReportId, List<Mark>> marks(BureauId bureau, Collection<ReportId> reports) {
        record Row(ReportId report, Mark mark) {}
        return jdbc
                .sql("select * from care.mark where bureau = ? and report = any(?) order by report, place")
                .params(bureau.value(), reports.stream().map(ReportId::value).toArray(UUID[]::new))
                .query((row, n) -> new Row(
                        new ReportId(row.getObject("report", UUID.class)),
                        new Mark(
                                row.getInt("place"),
                                row.getObject("key", UUID.class),
                                row.getInt("value"),
                                row.getBoolean("bad"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::report, Collectors.mapping(Row::mark, Collectors.toList())));
    }

    /** @return whether it was still owed */
    boolean attempt(BureauId bureau, ReportId id, AskAttempt attempt) {
        boolean owed = jdbc.sql("""
                        update care.report set attempts = attempts + 1 where bureau = ? and id = ? and state = 'OWED'
                        """).params(bureau.value(), id.value()).update() == 1;
        if (owed) {
            jdbc.sql("""
                            insert into care.attempt (bureau, report, at, staff, channel, words) values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            bureau.value(),
                            id.value(),
                            Moments.at(attempt.at()),
                            attempt.by().value(),
                            attempt.channel().name(),
                            attempt.words())
                    .update();
        }
        return owed;
    }

    List<AskAttempt> attempts(BureauId bureau, ReportId id) {
        return jdbc.sql("select * from care.attempt where bureau = ? and report = ? order by seq")
                .params(bureau.value(), id.value())
                .query((row, n) -> new AskAttempt(
                        Moments.get(row, "at"),
                        new StaffId(row.getObject("staff", UUID.class)),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("words")))
                .list();
    }

    /** Whoever settles bad marks holds the report until the transaction has ended. */
    Optional<Report> hold(BureauId bureau, ReportId id) {
        return list(bureau, "r.id = :id for update of r", Map.of("id", id.value())).stream()
                .findFirst();
    }

    void settle(BureauId bureau, ReportId id, Report.Settled settled) {
        TicketId ticket = settled.ticket();
        int written = jdbc.sql("""
                        update care.report set ticket = :ticket, why = :why, settled_by = :by, settled_at = :at
                         where bureau = :bureau and id = :id and bad and settled_at is null
                        """)
                .param("ticket", ticket == null ? null : ticket.value())
                .param("why", settled.why())
                .param("by", settled.by().value())
                .param("at", Moments.at(settled.at()))
                .param("bureau", bureau.value())
                .param("id", id.value())
                .update();
        if (written != 1) {
            throw new IllegalStateException("report " + id + " changed while it was held");
        }
    }

    Optional<Report> find(BureauId bureau, ReportId id) {
        return list(bureau, "r.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    List<UUID> ofCustomer(BureauId bureau, CustomerId customer) {
        return jdbc.sql(OF_CUSTOMER)
                .param("bureau", bureau.value())
                .param("customer", customer.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those that a condition on alias {@code r}, and {@code s} of the station, selects, in its order. */
    List<Report> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql(select(where))
                .params(params)
                .param("bureau", bureau.value())
                .query(StationReportRows::report)
                .list();
    }

    static String select(String where) {
        return """
                select r.* from care.report r join care.station s on s.bureau = r.bureau and s.id = r.station
                 where r.bureau = :bureau and\s""" + where;
    }

    private static Report report(ResultSet row, int n) throws SQLException {
        return new Report(
                new ReportId(row.getObject("id", UUID.class)),
                new StationId(row.getObject("station", UUID.class)),
                row.getObject("period", UUID.class),
                new MemberId(row.getObject("member", UUID.class)),
                new CustomerId(row.getObject("customer", UUID.class)),
                ReportState.valueOf(row.getString("state")),
                Moments.get(row, "due_at"),
                row.getInt("attempts"),
                taken(row),
                row.getBoolean("bad"),
                settled(row));
    }

    private static Report.@Nullable Taken taken(ResultSet row) throws SQLException {
        Instant at = Moments.find(row, "taken_at");
        return at == null
                ? null
                : new Report.Taken(
                        Channel.valueOf(row.getString("channel")),
                        Objects.requireNonNullElse(row.getString("words"), ""),
                        row.getBoolean("late"),
                        Moments.get(row, "reported_at"),
                        new StaffId(row.getObject("taken_by", UUID.class)),
                        at);
    }

    private static Report.@Nullable Settled settled(ResultSet row) throws SQLException {
        Instant at = Moments.find(row, "settled_at");
        UUID ticket = row.getObject("ticket", UUID.class);
        return at == null
                ? null
                : new Report.Settled(
                        ticket == null ? null : new TicketId(ticket),
                        row.getString("why"),
                        new StaffId(row.getObject("settled_by", UUID.class)),
                        at);
    }
}
