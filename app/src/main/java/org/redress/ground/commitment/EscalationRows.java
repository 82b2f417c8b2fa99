package org.redress.ground.commitment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Escalations in the database; that a clock takes each step once is a constraint there. */
@Component
class EscalationRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    EscalationRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** An escalation with the clock that it is of. */
    record Of(UUID clock, Escalation escalation) {}

    void insert(BureauId bureau, List<Of> fresh) {
        batch.batchUpdate("""
                insert into commitment.escalation (bureau, id, clock, subject_kind, subject, name, rung, at, staff, passed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, fresh, 500, (statement, one) -> {
            Escalation escalation = one.escalation();
            statement.setInt(1, bureau.value());
            statement.setObject(2, escalation.id());
            statement.setObject(3, one.clock());
            statement.setString(4, escalation.subject().kind());
            statement.setObject(5, escalation.subject().id());
            statement.setString(6, escalation.name());
            statement.setString(7, escalation.rung().name());
            statement.setObject(8, Moments.at(escalation.at()));
            statement.setObject(
                    9, escalation.staff() == null ? null : escalation.staff().value());
            statement.setArray(
                    10,
                    escalation.passed().isEmpty()
                            ? null
                            : statement
                                    .getConnection()
                                    .createArrayOf(
                                            "text",
                                            escalation.passed().stream()
                                                    .map(Rung::name)
                                                    .toArray()));
        });
    }

    /** Of these subjects, in the order in which they came. */
    List<Escalation> of(BureauId bureau, Collection<UUID> subjects) {
        return jdbc.sql("select * from commitment.escalation where bureau = ? and subject = any(?) order by at, id")
                .params(bureau.value(), subjects.toArray(UUID[]::new))
                .query(EscalationRows::escalation)
                .list();
    }

    /** Nobody has answered yet, the newest first, from before a place in that order; of one person or of all. */
    List<Escalation> open(BureauId bureau, @Nullable StaffId staff, Instant before, UUID beforeId, int limit) {
        String whose = staff == null ? "" : " and staff = :staff";
        return jdbc.sql(
                        "select * from commitment.escalation where bureau = :bureau and answered_at is null and ended_at is null and rung <> 'WARNED'"
                                + whose + " and (at, id) < (:before, :id) order by at desc, id desc limit :limit")
                .param("bureau", bureau.value())
                .params(staff == null ? Map.of() : Map.of("staff", staff.value()))
                .param("before", Moments.at(before))
                .param("id", beforeId)
                .param("limit", limit)
                .query(EscalationRows::escalation)
                .list();
    }

    long count(BureauId bureau, StaffId staff) {
        return jdbc.sql("""
                        select count(*) from commitment.escalation
                         where bureau = ? and staff = ? and answered_at is null and ended_at is null and rung <> 'WARNED'
                        """)
                .params(bureau.value(), staff.value())
                .query(Long.class)
                .single();
    }

    /** Who has been told that these clocks are late, by clock; those without any are not in the answer. */
    Map<UUID, Set<StaffId>> told(BureauId bureau, Collection<UUID> clocks) {
        record Told(UUID clock, StaffId staff) {}
        return clocks.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select clock, staff from commitment.escalation
                                 where bureau = ? and clock = any(?) and staff is not null and rung <> 'WARNED'
                                """)
                        .params(bureau.value(), clocks.toArray(UUID[]::new))
                        .query((row, n) -> new Told(
                                row.getObject("clock", UUID.class), new StaffId(row.getObject("staff", UUID.class))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Told::clock, Collectors.mapping(Told::staff, Collectors.toSet())));
    }

    Optional<Of> held(BureauId bureau, UUID id) {
        return jdbc.sql("select * from commitment.escalation where bureau = ? and id = ? for update")
                .params(bureau.value(), id)
                .query((row, n) -> new Of(row.getObject("clock", UUID.class), escalation(row, n)))
                .optional();
    }

    void answer(BureauId bureau, UUID id, Escalation.Answer answer) {
        jdbc.sql("""
                        update commitment.escalation set answered_at = ?, answered_by = ?, answer = ?
                         where bureau = ? and id = ? and answered_at is null
                        """)
                .params(Moments.at(answer.at()), answer.by().value(), answer.words(), bureau.value(), id)
                .update();
    }

    /** What was put to somebody about a clock waits no longer. */
    void end(BureauId bureau, UUID clock, Instant at) {
        jdbc.sql("update commitment.escalation set ended_at = ? where bureau = ? and clock = ? and ended_at is null")
                .params(Moments.at(at), bureau.value(), clock)
                .update();
    }

    /** What a clock owes is owed again, and what was put to somebody with it. */
    void reopen(BureauId bureau, UUID clock) {
        jdbc.sql(
                        "update commitment.escalation set ended_at = null where bureau = ? and clock = ? and ended_at is not null")
                .params(bureau.value(), clock)
                .update();
    }

    private static Escalation escalation(ResultSet row, int n) throws SQLException {
        UUID staff = row.getObject("staff", UUID.class);
        Instant answered = Moments.find(row, "answered_at");
        return new Escalation(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("name"),
                Rung.valueOf(row.getString("rung")),
                Moments.get(row, "at"),
                staff == null ? null : new StaffId(staff),
                passed(row),
                answered == null
                        ? null
                        : new Escalation.Answer(
                                answered,
                                new StaffId(row.getObject("answered_by", UUID.class)),
                                row.getString("answer")));
    }

    private static List<Rung> passed(ResultSet row) throws SQLException {
        Array passed = row.getArray("passed");
        return passed == null
                ? List.of()
                : Stream.of((String[]) passed.getArray()).map(Rung::valueOf).toList();
    }
}
