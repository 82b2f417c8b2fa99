package org.redress.desk.care.station;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code care.station}, {@code care.station_step} and {@code care.question}. */
@Repository
class StationRows {

    static final String STEPS =
            "select * from care.station_step where bureau = :bureau and station = :station order by seq desc limit :limit";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    StationRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Writes it under the next number of the bureau. */
    void insert(BureauId bureau, Station one) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('care.station'), ?)")
                .param(bureau.value())
                .query((row, n) -> true)
                .single();
        jdbc.sql("""
                        insert into care.station (bureau, id, number, name, area, keeper, unit, every, rhythm, starts_on, questions)
                        select :bureau, :id, coalesce(max(number), 0) + 1, :name, :area, :keeper, :unit, :every, :rhythm, :starts, 1
                          from care.station where bureau = :bureau
                        """)
                .param("bureau", bureau.value())
                .param("id", one.id().value())
                .param("name", one.name())
                .param("area", one.area())
                .param("keeper", one.keeper().value())
                .param("unit", one.unit().value())
                .param("every", one.rhythm().every())
                .param("rhythm", one.rhythm().unit().name())
                .param("starts", one.startsOn())
                .update();
    }

    /** Whoever changes a station, its panel or its periods holds it until the transaction has ended. */
    Optional<Station> hold(BureauId bureau, StationId id) {
        return list(bureau, "s.id = :id for update", Map.of("id", id.value())).stream()
                .findFirst();
    }

    boolean update(BureauId bureau, Station one) {
        return jdbc.sql("""
                        update care.station
                           set name = :name, area = :area, keeper = :keeper, unit = :unit, questions = :questions,
                               ended_at = :endedAt, version = version + 1
                         where bureau = :bureau and id = :id and version = :version and ended_at is null
                        """)
                        .param("name", one.name())
                        .param("area", one.area())
                        .param("keeper", one.keeper().value())
                        .param("unit", one.unit().value())
                        .param("questions", one.questions())
                        .param("endedAt", one.endedAt() == null ? null : Moments.at(one.endedAt()))
                        .param("bureau", bureau.value())
                        .param("id", one.id().value())
                        .param("version", one.version())
                        .update()
                == 1;
    }

    /** What happened to a station, the latest first. */
    List<StationStep> steps(BureauId bureau, StationId station, int limit) {
        return jdbc.sql(STEPS)
                .param("bureau", bureau.value())
                .param("station", station.value())
                .param("limit", limit)
                .query((row, n) -> new StationStep(
                        Moments.get(row, "at"),
                        new StaffId(row.getObject("staff", UUID.class)),
                        StationStep.What.valueOf(row.getString("what")),
                        row.getString("words")))
                .list();
    }

    void step(BureauId bureau, StationId station, StationStep step) {
        jdbc.sql("insert into care.station_step (bureau, station, at, staff, what, words) values (?, ?, ?, ?, ?, ?)")
                .params(
                        bureau.value(),
                        station.value(),
                        Moments.at(step.at()),
                        step.by().value(),
                        step.what().name(),
                        step.words())
                .update();
    }

    void ask(BureauId bureau, StationId station, int version, List<Question> questions) {
        batch.batchUpdate("""
                insert into care.question (bureau, station, version, place, key, kind, zh, en) values (?, ?, ?, ?, ?, ?, ?, ?)
                """, questions, questions.size(), (statement, one) -> {
            statement.setInt(1, bureau.value());
            statement.setObject(2, station.value());
            statement.setInt(3, version);
            statement.setInt(4, one.place());
            statement.setObject(5, one.key());
            statement.setString(6, one.kind().name());
            statement.setString(7, one.zh());
            statement.setString(8, one.en());
        });
    }

    List<Question> questions(BureauId bureau, StationId station, int version) {
        return jdbc.sql("""
                        select * from care.question where bureau = ? and station = ? and version = ? order by place
                        """)
                .params(bureau.value(), station.value(), version)
                .query((row, n) -> new Question(
                        row.getInt("place"),
                        row.getObject("key", UUID.class),
                        QuestionKind.valueOf(row.getString("kind")),
                        row.getString("zh"),
                        row.getString("en")))
                .list();
    }

    Optional<Station> find(BureauId bureau, StationId id) {
        return list(bureau, "s.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** Those that a condition on alias {@code s} selects, in its order. */
    List<Station> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql("select s.* from care.station s where s.bureau = :bureau and " + where)
                .params(params)
                .param("bureau", bureau.value())
                .query(StationRows::station)
                .list();
    }

    private static Station station(ResultSet row, int n) throws SQLException {
        return new Station(
                new StationId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                row.getString("name"),
                row.getString("area"),
                new StaffId(row.getObject("keeper", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                new Rhythm(row.getInt("every"), Rhythm.Unit.valueOf(row.getString("rhythm"))),
                row.getObject("starts_on", LocalDate.class),
                row.getInt("questions"),
                Moments.find(row, "ended_at"),
                row.getInt("version"));
    }
}
