package org.redress.desk.recovery;

import java.util.ArrayList;
import java.util.List;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.failure_type}. */
@Repository
class FailureTypeRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    FailureTypeRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void add(BureauId bureau, List<FailureType> types) {
        List<Object[]> rows = new ArrayList<>();
        for (FailureType type : types) {
            rows.add(new Object[] {bureau.value(), type.code(), type.parent(), type.depth(), rows.size()});
        }
        batch.batchUpdate(
                "insert into recovery.failure_type (bureau, code, parent, depth, place) values (?, ?, ?, ?, ?)", rows);
    }

    /** The whole taxonomy in its order; some seventy rows. */
    List<FailureType> list(BureauId bureau) {
        return jdbc.sql("select code, parent, depth from recovery.failure_type where bureau = ? order by place")
                .param(bureau.value())
                .query((row, n) -> new FailureType(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    boolean isLeaf(BureauId bureau, String code) {
        return jdbc.sql("select exists (select from recovery.failure_type where bureau = ? and code = ? and depth = ?)")
                .params(bureau.value(), code, FailureType.LEAF)
                .query(Boolean.class)
                .single();
    }
}
