package org.redress.desk.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code fault.line_test}. */
@Repository
class TestRows {

    private final JdbcClient jdbc;

    TestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(BureauId bureau, TestedLine one) {
        LineTest.Readings read = one.readings();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", one.id());
        row.put("line", one.line().value());
        row.put("by", one.by().value());
        row.put("at", Moments.at(one.at()));
        row.put("finding", one.finding().name());
        row.put("metres", one.metres());
        row.put("loop", read == null ? null : read.loopOhm());
        row.put("earthA", read == null ? null : read.earthA());
        row.put("earthB", read == null ? null : read.earthB());
        row.put("foreign", read == null ? null : read.foreignMillivolt());
        row.put("nanofarad", read == null ? null : read.nanofarad());
        row.put("noise", read == null ? null : read.noise());
        jdbc.sql("""
                        insert into fault.line_test
                          (bureau, id, line, by_staff, at, finding, metres, loop_ohm, earth_a, earth_b, foreign_mv, nanofarad,
                           noise_db)
                        values (:bureau, :id, :line, :by, :at, :finding, :metres, :loop, :earthA, :earthB, :foreign,
                                :nanofarad, :noise)
                        """).params(row).update();
    }

    /** The latest first. */
    List<TestedLine> of(BureauId bureau, LineId line, int limit) {
        return jdbc.sql("select * from fault.line_test where bureau = ? and line = ? order by at desc, id desc limit ?")
                .params(bureau.value(), line.value(), limit)
                .query((row, n) -> tested(row))
                .list();
    }

    private static TestedLine tested(ResultSet row) throws SQLException {
        Integer loop = row.getObject("loop_ohm", Integer.class);
        return new TestedLine(
                row.getObject("id", UUID.class),
                new LineId(row.getObject("line", UUID.class)),
                new StaffId(row.getObject("by_staff", UUID.class)),
                Moments.get(row, "at"),
                LineFinding.valueOf(row.getString("finding")),
                row.getObject("metres", Integer.class),
                loop == null
                        ? null
                        : new LineTest.Readings(
                                loop,
                                row.getInt("earth_a"),
                                row.getInt("earth_b"),
                                row.getInt("foreign_mv"),
                                row.getInt("nanofarad"),
                                row.getInt("noise_db")));
    }
}
