package org.redress.desk.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Staff;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The taxonomy as it is read: {@code recovery.failure_type} and what its versions made of it. */
@Repository
class FailureTypeRows {

    static final String TYPES =
            "select code, parent, depth, name_zh, name_en, ended from recovery.failure_type where bureau = ? order by place";

    static final String LINEAGE = """
            select l.version, v.at, l.code, l.successor, l.heir
              from recovery.taxonomy_lineage l
              join recovery.taxonomy_version v on v.bureau = l.bureau and v.version = l.version
             where l.bureau = ? order by l.version, l.code, l.successor""";

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

    /** The first version. */
    void found(BureauId bureau, Instant at) {
        jdbc.sql("""
                        insert into recovery.taxonomy_version (bureau, version, what, at, staff, why)
                        values (?, 1, 'FOUND', ?, ?, '')
                        """)
                .params(bureau.value(), at.atOffset(ZoneOffset.UTC), Staff.COMMAND.value())
                .update();
    }

    /** Everything that was ever in the taxonomy, in its order; some seventy rows. */
    Taxonomy read(BureauId bureau) {
        List<FailureType> types = jdbc.sql(TYPES)
                .param(bureau.value())
                .query(FailureTypeRows::type)
                .list();
        Integer version = jdbc.sql("select max(version) from recovery.taxonomy_version where bureau = ?")
                .param(bureau.value())
                .query(Integer.class)
                .optional()
                .orElse(null);
        record Edge(int version, Instant at, String code, String successor, boolean heir) {}
        Map<String, List<Edge>> edges = jdbc
                .sql(LINEAGE)
                .param(bureau.value())
                .query((row, n) -> new Edge(
                        row.getInt(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Edge::code, LinkedHashMap::new, Collectors.toList()));
        List<Lineage.Step> steps = edges.values().stream()
                .map(of -> new Lineage.Step(
                        of.getFirst().version(),
                        of.getFirst().at(),
                        of.getFirst().code(),
                        of.stream().map(Edge::successor).toList(),
                        of.stream()
                                .filter(Edge::heir)
                                .map(Edge::successor)
                                .findFirst()
                                .orElseThrow()))
                .toList();
        return new Taxonomy(version == null ? 0 : version, types, new Lineage(steps));
    }

    private static FailureType type(ResultSet row, int n) throws SQLException {
        String zh = row.getString("name_zh");
        return new FailureType(
                row.getString("code"),
                row.getString("parent"),
                row.getInt("depth"),
                zh == null ? null : new FailureType.OwnName(zh, row.getString("name_en")),
                row.getObject("ended", Integer.class));
    }
}
