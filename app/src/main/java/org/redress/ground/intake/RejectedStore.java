package org.redress.ground.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that were sent back, and why. */
@Component
class RejectedStore {

    private static final int PAGE = 100;
    private static final String DROPPED = "…";

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
        count(bureau, run, reasons);
    }

    private void count(BureauId bureau, RunId run, Map<Fault, Long> reasons) {
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
                .query(this::reason)
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

    /** Covers words in the rejected rows of a file and in the reasons why; how many rows were covered. */
    int cover(BureauId bureau, FileId file, UnaryOperator<String> words) {
        int covered = 0;
        for (RunId run : runs(bureau, file)) {
            List<RejectedRow> page = page(bureau, run, -1, PAGE);
            while (!page.isEmpty()) {
                List<RejectedRow> changed = new ArrayList<>();
                for (RejectedRow row : page) {
                    RejectedRow after = row.covered(words);
                    if (!after.equals(row)) {
                        changed.add(after);
                    }
                }
                put(bureau, run, changed);
                covered += changed.size();
                page = page.size() < PAGE
                        ? List.of()
                        : page(bureau, run, page.getLast().line(), PAGE);
            }
            coverReasons(bureau, run, words);
        }
        return covered;
    }

    /** Drops the rejected rows of a file. Of the reasons why stays what they were and how many, not what stood in a cell. */
    void drop(BureauId bureau, FileId file) {
        for (RunId run : runs(bureau, file)) {
            jdbc.sql("delete from intake.rejected_row where bureau = ? and run = ?")
                    .params(bureau.value(), run.value())
                    .update();
            coverReasons(bureau, run, cell -> DROPPED);
        }
    }

    private List<RunId> runs(BureauId bureau, FileId file) {
        return jdbc.sql("select id from intake.run where bureau = ? and file = ? and rejected > 0")
                .params(bureau.value(), file.value())
                .query((row, n) -> new RunId(row.getObject(1, UUID.class)))
                .list();
    }

    private void put(BureauId bureau, RunId run, List<RejectedRow> rows) {
        template.batchUpdate(
                "update intake.rejected_row set cells = ?::jsonb, faults = ?::jsonb where bureau = ? and run = ? and line = ?",
                rows,
                500,
                (statement, row) -> {
                    statement.setString(1, json.write(row.cells()));
                    statement.setString(2, json.write(row.faults()));
                    statement.setInt(3, bureau.value());
                    statement.setObject(4, run.value());
                    statement.setLong(5, row.line());
                });
    }

    /** Counts that a batch adds meanwhile are waited for, and are among those that are taken away and counted anew. */
    private void coverReasons(BureauId bureau, RunId run, UnaryOperator<String> words) {
        if (reasons(bureau, run, Integer.MAX_VALUE).stream()
                .allMatch(reason -> reason.fault().covered(words).equals(reason.fault()))) {
            return;
        }
        Map<Fault, Long> covered = new HashMap<>();
        jdbc.sql("delete from intake.run_reason where bureau = ? and run = ? returning code, field, args, rows")
                .params(bureau.value(), run.value())
                .query(this::reason)
                .list()
                .forEach(reason -> covered.merge(reason.fault().covered(words), reason.rows(), Long::sum));
        count(bureau, run, covered);
    }

    private Reason reason(ResultSet row, int n) throws SQLException {
        return new Reason(
                new Fault(
                        row.getString("code"),
                        row.getString("field").isEmpty() ? null : row.getString("field"),
                        -1,
                        json.list(row.getString("args"), String.class)),
                row.getLong("rows"));
    }
}
