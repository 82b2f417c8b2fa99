package org.redress.desk.care.station;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code care.period}, and what is owed in it. */
@Repository
class StationPeriodRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    StationPeriodRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Somebody who owes. */
    record Owing(MemberId member, CustomerId customer) {}

    /** How far a period has come. */
    record Standing(long owed, long taken, @Nullable Instant lastReported) {}

    boolean insert(BureauId bureau, Period one) {
        return jdbc.sql("""
                        insert into care.period (bureau, id, station, number, from_on, until_on, due_at, questions)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (bureau, station, number) do nothing
                        """)
                        .params(
                                bureau.value(),
                                one.id(),
                                one.station().value(),
                                one.number(),
                                one.from(),
                                one.until(),
                                Moments.at(one.dueAt()),
                                one.questions())
                        .update()
                == 1;
    }

    List<Owing> members(BureauId bureau, StationId station) {
        return jdbc.sql("""
                        select id, customer from care.member
                         where bureau = ? and station = ? and left_at is null order by id
                        """)
                .params(bureau.value(), station.value())
                .query((row, n) -> new Owing(
                        new MemberId(row.getObject(1, UUID.class)), new CustomerId(row.getObject(2, UUID.class))))
                .list();
    }

    /** Each of them owes a report; whoever owes one in this period already goes on owing that one. */
    void owe(BureauId bureau, Period period, Collection<Owing> members) {
        batch.batchUpdate("""
                insert into care.report (bureau, id, station, period, member, customer, state, due_at)
                values (?, ?, ?, ?, ?, ?, 'OWED', ?) on conflict (bureau, period, member) do nothing
                """, members, 500, (statement, one) -> {
            statement.setInt(1, bureau.value());
            statement.setObject(2, Ids.next());
            statement.setObject(3, period.station().value());
            statement.setObject(4, period.id());
            statement.setObject(5, one.member().value());
            statement.setObject(6, one.customer().value());
            statement.setObject(7, Moments.at(period.dueAt()));
        });
    }

    /** What is owed in periods before a number is missed; says in which periods something was. */
    List<UUID> miss(BureauId bureau, StationId station, int before) {
        return jdbc
                .sql("""
                        update care.report r set state = 'MISSED'
                          from care.period p
                         where r.bureau = ? and r.station = ? and r.state = 'OWED'
                           and p.bureau = r.bureau and p.id = r.period and p.number < ?
                        returning r.period
                        """)
                .params(bureau.value(), station.value(), before)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Nothing is owed by a member any more, or by anybody of a station; says in which periods something was. */
    List<UUID> excuse(BureauId bureau, StationId station, @Nullable MemberId member) {
        return jdbc
                .sql("""
                        update care.report set state = 'EXCUSED'
                         where bureau = :bureau and station = :station and state = 'OWED'
                           and (:member::uuid is null or member = :member::uuid)
                        returning period
                        """)
                .param("bureau", bureau.value())
                .param("station", station.value())
                .param("member", member == null ? null : member.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** How far it has come. Of two who take the last two reports at once one waits here, and sees that nothing is owed. */
    Standing standing(BureauId bureau, UUID period) {
        jdbc.sql("select id from care.period where bureau = ? and id = ? for no key update")
                .params(bureau.value(), period)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
        return jdbc.sql("""
                        select count(*) filter (where state = 'OWED'), count(*) filter (where state = 'TAKEN'),
                               max(reported_at) as last
                          from care.report where bureau = ? and period = ?
                        """)
                .params(bureau.value(), period)
                .query((row, n) -> new Standing(row.getLong(1), row.getLong(2), Moments.find(row, "last")))
                .single();
    }

    Optional<Period> find(BureauId bureau, UUID id) {
        return list(bureau, "id = :id", Map.of("id", id)).stream().findFirst();
    }

    Optional<Period> find(BureauId bureau, StationId station, int number) {
        return list(
                        bureau,
                        "station = :station and number = :number",
                        Map.of("station", station.value(), "number", number))
                .stream()
                .findFirst();
    }

    List<Period> of(BureauId bureau, Collection<UUID> ids) {
        return list(bureau, "id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    private List<Period> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql("select * from care.period where bureau = :bureau and " + where)
                .params(params)
                .param("bureau", bureau.value())
                .query(StationPeriodRows::period)
                .list();
    }

    private static Period period(ResultSet row, int n) throws SQLException {
        return new Period(
                row.getObject("id", UUID.class),
                new StationId(row.getObject("station", UUID.class)),
                row.getInt("number"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                Moments.get(row, "due_at"),
                row.getInt("questions"));
    }
}
