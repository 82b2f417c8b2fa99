package org.redress.desk.fault.simulator;

import java.util.Optional;
import org.redress.desk.fault.LineId;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code fault.defect}. */
@Repository
class DefectRows {

    private final JdbcClient jdbc;

    DefectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(BureauId bureau, LineId line, Defect defect) {
        jdbc.sql("""
                        insert into fault.defect (bureau, line, kind, metres, value) values (?, ?, ?, ?, ?)
                        on conflict (bureau, line) do update
                           set kind = excluded.kind, metres = excluded.metres, value = excluded.value
                        """)
                .params(bureau.value(), line.value(), defect.kind().name(), defect.metres(), defect.value())
                .update();
    }

    void remove(BureauId bureau, LineId line) {
        jdbc.sql("delete from fault.defect where bureau = ? and line = ?")
                .params(bureau.value(), line.value())
                .update();
    }

    Optional<Defect> find(BureauId bureau, LineId line) {
        return jdbc.sql("select kind, metres, value from fault.defect where bureau = ? and line = ?")
                .params(bureau.value(), line.value())
                .query((row, n) -> new Defect(Defect.Kind.valueOf(row.getString(1)), row.getInt(2), row.getInt(3)))
                .optional();
    }
}
