package org.redress.desk.recovery.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code recovery.suggestion_model}. */
@Repository
class ModelRows {

    static final String USED = """
            select version from recovery.suggestion_model where bureau = ? and used order by version desc limit 1""";

    static final String LATEST = """
            select bureau, version, trained_at, trained_by, learned, calibrated, held_back, types, accuracy, macro_f1, error,
                   temperature, before_version, before_accuracy, used, bins
              from recovery.suggestion_model where bureau = ? order by version desc limit ?""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ModelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is stored of a model, as it was read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(byte[] bytes, byte[] sha256) {}

    /** False where somebody else has written this version. */
    boolean add(BureauId bureau, SuggestionVersion one, long seed, Stored model) {
        Measured measured = one.measured();
        return jdbc.sql("""
                        insert into recovery.suggestion_model
                          (bureau, version, trained_at, trained_by, seed, learned, calibrated, held_back, types, accuracy,
                           macro_f1, error, temperature, before_version, before_accuracy, used, bins, model, sha256)
                        values (:bureau, :version, :at, :by, :seed, :learned, :calibrated, :held, :types, :accuracy,
                                :f1, :error, :temperature, :before, :beforeAccuracy, :used, :bins::jsonb, :model, :sha)
                        on conflict do nothing
                        """)
                        .param("bureau", bureau.value())
                        .param("version", one.version())
                        .param("at", one.at().atOffset(ZoneOffset.UTC))
                        .param("by", one.by().value())
                        .param("seed", seed)
                        .param("learned", one.learned())
                        .param("calibrated", one.calibrated())
                        .param("held", measured.cases())
                        .param("types", one.types())
                        .param("accuracy", measured.accuracy())
                        .param("f1", measured.macroF1())
                        .param("error", measured.error())
                        .param("temperature", one.temperature())
                        .param("before", one.beforeVersion())
                        .param("beforeAccuracy", one.beforeAccuracy())
                        .param("used", one.used())
                        .param("bins", JSON.writeValueAsString(measured.bins()))
                        .param("model", model.bytes())
                        .param("sha", model.sha256())
                        .update()
                == 1;
    }

    /** The version in use; empty while only rules suggest. */
    Optional<Integer> used(BureauId bureau) {
        return jdbc.sql(USED).param(bureau.value()).query(Integer.class).optional();
    }

    Stored model(BureauId bureau, int version) {
        return jdbc.sql("select model, sha256 from recovery.suggestion_model where bureau = ? and version = ?")
                .params(bureau.value(), version)
                .query((row, n) -> new Stored(row.getBytes(1), row.getBytes(2)))
                .single();
    }

    /** The newest first. */
    List<SuggestionVersion> latest(BureauId bureau, int limit) {
        return jdbc.sql(LATEST)
                .params(bureau.value(), limit)
                .query(ModelRows::version)
                .list();
    }

    private static SuggestionVersion version(ResultSet row, int n) throws SQLException {
        return new SuggestionVersion(
                row.getInt("version"),
                row.getObject("trained_at", OffsetDateTime.class).toInstant(),
                new StaffId(row.getObject("trained_by", UUID.class)),
                row.getInt("learned"),
                row.getInt("calibrated"),
                row.getInt("types"),
                new Measured(
                        row.getInt("held_back"),
                        row.getDouble("accuracy"),
                        row.getDouble("macro_f1"),
                        row.getDouble("error"),
                        List.of(JSON.readValue(row.getString("bins"), Measured.Bin[].class))),
                row.getDouble("temperature"),
                row.getInt("before_version"),
                row.getDouble("before_accuracy"),
                row.getBoolean("used"));
    }
}
