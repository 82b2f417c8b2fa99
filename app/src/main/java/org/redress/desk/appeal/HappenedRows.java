package org.redress.desk.appeal;

import java.util.List;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of what happened to appeals or to dispatches. */
public final class HappenedRows {

    private final JdbcClient jdbc;
    private final String table;
    private final String whose;

    /** @param whose the column with the id of what it happened to */
    public HappenedRows(JdbcClient jdbc, String table, String whose) {
        this.jdbc = jdbc;
        this.table = table;
        this.whose = whose;
    }

    public void add(BureauId bureau, UUID id, Happened one) {
        jdbc.sql("insert into " + table + " (bureau, " + whose + ", what, at, staff, words) values (?, ?, ?, ?, ?, ?)")
                .params(
                        bureau.value(),
                        id,
                        one.what(),
                        Moments.at(one.at()),
                        one.by().value(),
                        one.words())
                .update();
    }

    /** All of one, the oldest first. */
    public List<Happened> of(BureauId bureau, UUID id) {
        return jdbc.sql("select * from " + table + " where bureau = ? and " + whose + " = ? order by seq")
                .params(bureau.value(), id)
                .query((row, n) -> new Happened(
                        row.getString("what"),
                        Moments.get(row, "at"),
                        new StaffId(row.getObject("staff", UUID.class)),
                        row.getString("words")))
                .list();
    }
}
