package org.redress.desk.outlet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Measure;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code outlet.promise} and {@code outlet.promise_wording}. */
@Repository
class PromiseRows {

    /** Promises that have not been withdrawn, by code after the last one seen. */
    static final String OPEN =
            "withdrawn_on is null and code > :after and (published_from is not null or :drafts) order by code limit :limit";

    static final String WITHDRAWN = "withdrawn_on is not null and code > :after order by code limit :limit";

    /** What is promised in public today. */
    static final String PUBLIC = "withdrawn_on is null and published_from <= :today order by code limit :limit";

    private final JdbcClient jdbc;

    PromiseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added: false where the code is taken. */
    boolean insert(BureauId bureau, PromiseId id, String code, Measure measure) {
        return jdbc.sql("""
                        insert into outlet.promise (bureau, id, code, subject_kind, clock, rule)
                        values (?, ?, ?, ?, ?, ?) on conflict (bureau, code) do nothing
                        """)
                        .params(bureau.value(), id.value(), code, measure.kind(), measure.clock(), measure.rule())
                        .update()
                == 1;
    }

    void insert(BureauId bureau, PromiseId id, PromiseWording wording) {
        jdbc.sql("""
                        insert into outlet.promise_wording
                          (bureau, promise, seq, from_month, title_zh, title_en, words_zh, words_en, target, made_by, made_at)
                        values (:bureau, :promise, :seq, :from, :titleZh, :titleEn, :wordsZh, :wordsEn, :target, :by, :at)
                        """)
                .param("bureau", bureau.value())
                .param("promise", id.value())
                .param("seq", wording.seq())
                .param("from", wording.from().atDay(1))
                .param("titleZh", wording.titleZh())
                .param("titleEn", wording.titleEn())
                .param("wordsZh", wording.wordsZh())
                .param("wordsEn", wording.wordsEn())
                .param("target", wording.target())
                .param("by", wording.by().value())
                .param("at", wording.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes what has become of it; false where somebody else was faster. */
    boolean update(
            BureauId bureau, Promise before, @Nullable LocalDate from, @Nullable LocalDate end, @Nullable String why) {
        return jdbc.sql("""
                        update outlet.promise
                           set published_from = :from, withdrawn_on = :end, withdrawn_why = :why, version = version + 1
                         where bureau = :bureau and id = :id and version = :version
                        """)
                        .param("from", from)
                        .param("end", end)
                        .param("why", why)
                        .param("bureau", bureau.value())
                        .param("id", before.id().value())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    Optional<Promise> find(BureauId bureau, PromiseId id) {
        return list(bureau, "id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** Those that a condition selects, in its order, with their versions. */
    List<Promise> list(BureauId bureau, String where, Map<String, ?> params) {
        List<Promise> bare = jdbc.sql("select * from outlet.promise where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> promise(row))
                .list();
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<PromiseWording>> wordings = wordings(bureau, bare);
        return bare.stream()
                .map(one -> new Promise(
                        one.id(),
                        one.code(),
                        one.measure(),
                        one.publishedFrom(),
                        one.withdrawnOn(),
                        one.withdrawnWhy(),
                        one.version(),
                        wordings.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<PromiseWording>> wordings(BureauId bureau, List<Promise> promises) {
        Map<UUID, List<PromiseWording>> wordings = new HashMap<>();
        jdbc.sql("select * from outlet.promise_wording where bureau = ? and promise = any(?) order by promise, seq")
                .params(
                        bureau.value(),
                        promises.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    wordings.computeIfAbsent(row.getObject("promise", UUID.class), id -> new ArrayList<>())
                            .add(wording(row));
                });
        return wordings;
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                new PromiseId(row.getObject("id", UUID.class)),
                row.getString("code"),
                new Measure(row.getString("subject_kind"), row.getString("clock"), row.getString("rule")),
                row.getObject("published_from", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("withdrawn_why"),
                row.getInt("version"),
                List.of());
    }

    private static PromiseWording wording(ResultSet row) throws SQLException {
        return new PromiseWording(
                row.getInt("seq"),
                YearMonth.from(row.getObject("from_month", LocalDate.class)),
                row.getString("title_zh"),
                row.getString("title_en"),
                row.getString("words_zh"),
                row.getString("words_en"),
                row.getBigDecimal("target"),
                new StaffId(row.getObject("made_by", UUID.class)),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
