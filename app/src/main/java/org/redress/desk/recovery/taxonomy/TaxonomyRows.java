package org.redress.desk.recovery.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FailureType;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the versions of the taxonomy and what they make of the types. */
@Repository
class TaxonomyRows {

    static final String VERSIONS = """
            select version, what, at, staff, why from recovery.taxonomy_version
             where bureau = ? and version < ? order by version desc limit ?""";

    static final String DEEDS = """
            select version, code, deed, name_zh, name_en, was_zh, was_en from recovery.taxonomy_deed
             where bureau = ? and version = any(?) order by version, place""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    TaxonomyRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Begins the version after the one that was seen; false where that is not the newest any more. */
    boolean begin(Actor actor, int seen, TaxonomyVersion.What what, String why, Instant at) {
        return jdbc.sql("""
                        insert into recovery.taxonomy_version (bureau, version, what, at, staff, why)
                        select :bureau, :seen + 1, :what, :at, :staff, :why
                         where :seen = (select max(version) from recovery.taxonomy_version where bureau = :bureau)
                        on conflict do nothing
                        """)
                        .param("bureau", actor.bureau().value())
                        .param("seen", seen)
                        .param("what", what.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("staff", actor.staff().value())
                        .param("why", why)
                        .update()
                == 1;
    }

    void rename(BureauId bureau, String code, FailureType.OwnName name) {
        jdbc.sql("update recovery.failure_type set name_zh = ?, name_en = ? where bureau = ? and code = ?")
                .params(name.zh(), name.en(), bureau.value(), code)
                .update();
    }

    /** Adds a telecom type after the others below its parent. */
    void add(BureauId bureau, String code, String parent, FailureType.OwnName name, int version) {
        jdbc.sql("""
                        insert into recovery.failure_type (bureau, code, parent, depth, place, name_zh, name_en, begun)
                        select ?, ?, ?, 3, max(place) + 1, ?, ?, ? from recovery.failure_type where bureau = ?
                        """)
                .params(bureau.value(), code, parent, name.zh(), name.en(), version, bureau.value())
                .update();
    }

    void end(BureauId bureau, String code, int version) {
        jdbc.sql("update recovery.failure_type set ended = ? where bureau = ? and code = ? and ended is null")
                .params(version, bureau.value(), code)
                .update();
    }

    void become(BureauId bureau, int version, String code, String successor, boolean heir) {
        jdbc.sql("""
                        insert into recovery.taxonomy_lineage (bureau, version, code, successor, heir) values (?, ?, ?, ?, ?)
                        """).params(bureau.value(), version, code, successor, heir).update();
    }

    void tell(BureauId bureau, int version, List<TaxonomyVersion.Deed> deeds) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (TaxonomyVersion.Deed deed : deeds) {
            FailureType.OwnName name = deed.name();
            FailureType.OwnName was = deed.was();
            rows.add(new @Nullable Object[] {
                bureau.value(),
                version,
                rows.size(),
                deed.code(),
                deed.fate().name(),
                name == null ? null : name.zh(),
                name == null ? null : name.en(),
                was == null ? null : was.zh(),
                was == null ? null : was.en()
            });
        }
        batch.batchUpdate("""
                insert into recovery.taxonomy_deed
                  (bureau, version, place, code, deed, name_zh, name_en, was_zh, was_en)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /** The newest first, below a version. */
    List<TaxonomyVersion> versions(BureauId bureau, int below, int limit) {
        record Head(int version, TaxonomyVersion.What what, Instant at, StaffId by, String why) {}
        List<Head> heads = jdbc.sql(VERSIONS)
                .params(bureau.value(), below, limit)
                .query((row, n) -> new Head(
                        row.getInt("version"),
                        TaxonomyVersion.What.valueOf(row.getString("what")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new StaffId(row.getObject("staff", UUID.class)),
                        row.getString("why")))
                .list();
        record Of(int version, TaxonomyVersion.Deed deed) {}
        Map<Integer, List<TaxonomyVersion.Deed>> deeds = jdbc
                .sql(DEEDS)
                .params(bureau.value(), heads.stream().map(Head::version).toArray(Integer[]::new))
                .query((row, n) -> new Of(row.getInt("version"), deed(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::version, Collectors.mapping(Of::deed, Collectors.toList())));
        return heads.stream()
                .map(head -> new TaxonomyVersion(
                        head.version(),
                        head.what(),
                        head.at(),
                        head.by(),
                        head.why(),
                        deeds.getOrDefault(head.version(), List.of())))
                .toList();
    }

    private static TaxonomyVersion.Deed deed(ResultSet row) throws SQLException {
        return new TaxonomyVersion.Deed(
                row.getString("code"),
                TaxonomyVersion.Fate.valueOf(row.getString("deed")),
                name(row.getString("name_zh"), row.getString("name_en")),
                name(row.getString("was_zh"), row.getString("was_en")));
    }

    private static FailureType.@Nullable OwnName name(@Nullable String zh, @Nullable String en) {
        return zh == null || en == null ? null : new FailureType.OwnName(zh, en);
    }
}
