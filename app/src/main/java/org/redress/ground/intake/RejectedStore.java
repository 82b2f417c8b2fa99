package org.redress.ground.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that were sent back, and why. */
@Component
class RejectedStore {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Json json;

    RejectedStore(JdbcClient jdbc, JdbcTemplate template, Json json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    void add(BureauId bureau, RunId run, List<RejectedRow> rows) {
        template.batchUpdate(
                "insert into intake.rejected_row (bureau, run, line, cells, faults) values (?, ?, ?, ?::jsonb, ?::jsonb)",
                rows,
                500,
                (statement, row) -> {
                    statement.setInt(1, bureau.value());
                    statement.setObject(2, run.value());
                    statement.setLong(3, row.line());
                    statement.setString(4, json.write(row.cells()));
                    statement.setString(5, json.write(row.faults()));
                });
        Map<Fault, Long> reasons = new HashMap<>();
        rows.forEach(row -> row.faults().stream()
                .map(fault -> fault.in(-1))
                .distinct()
                .forEach(fault -> reasons.merge(fault, 1L, Long::sum)));
        template.batchUpdate("""
                insert into intake.run_reason (bureau, run, code, field, args, rows) values (?, ?, ?, ?, ?::jsonb, ?)
                on conflict (bureau, run, code, field, args) do update set rows = run_reason.rows + excluded.rows
                """, List.copyOf(reasons.entrySet()), 500, (statement, entry) -> {
            Fault fault = entry.getKey();
            statement.setInt(1, bureau.value());
            statement.setObject(2, run.value());
            statement.setString(3, fault.code());
            statement.setString(4, fault.field() == null ? "" : fault.field());
            statement.setString(5, json.write(fault.args()));
            statement.setLong(6, entry.getValue());
        });
    }

    /** Why rows were rejected, the commonest reason first. */
    List<Reason> reasons(BureauId bureau, RunId run, int limit) {
        return jdbc.sql("""
                        select code, field, args, rows from intake.run_reason
                         where bureau = ? and run = ? order by rows desc, code, field limit ?
                        """)
                .params(bureau.value(), run.value(), limit)
                .query((row, n) -> new Reason(
                        new Fault(
                                row.getString("code"),
                                row.getString("field").isEmpty() ? null : row.getString("field"),
                                -1,
                                json.list(row.getString("args"), String.class)),
                        row.getLong("rows")))
                .list();
    }

    /** Rejected rows in the order of the file, after a line. */
    List<RejectedRow> page(BureauId bureau, RunId run, long after, int limit) {
        return jdbc.sql("""
                        select line, cells, faults from intake.rejected_row
                         where bureau = ? and run = ? and line > ? order by line limit ?
                        """)
                .params(bureau.value(), run.value(), after, limit)
                .query((row, n) -> new RejectedRow(
                        row.getLong("line"),
                        json.list(row.getString("cells"), String.class),
                        json.list(row.getString("faults"), Fault.class)))
                .list();
    }

    /** All rejected rows in the order of the file, a page at a time. */
    void each(BureauId bureau, RunId run, Consumer<RejectedRow> reader) {
        List<RejectedRow> page = page(bureau, run, -1, PAGE);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = page.size() < PAGE
                    ? List.of()
                    : page(bureau, run, page.getLast().line(), PAGE);
        }
    }
}
