package org.redress.ground.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code notification.template}. */
@Repository
class TemplateRows {

    private static final String PRESET = """
            insert into notification.template (bureau, code, channel, language, version, title, body, made_by, made_at)
            values (?, ?, ?, ?, 1, ?, ?, ?, ?) on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    TemplateRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void preset(BureauId bureau, List<TemplateDraft> presets, StaffId by, Instant at) {
        batch.batchUpdate(PRESET, presets, 100, (statement, draft) -> {
            statement.setInt(1, bureau.value());
            statement.setString(2, draft.key().code());
            statement.setString(3, draft.key().channel().name());
            statement.setString(4, draft.key().language().toLanguageTag());
            statement.setString(5, draft.title());
            statement.setString(6, draft.body());
            statement.setObject(7, by.value());
            statement.setTimestamp(8, Timestamp.from(at));
        });
    }

    /** Adds the version after the one that the writer saw; false when somebody was faster. */
    boolean add(BureauId bureau, TemplateDraft draft, int seen, StaffId by, Instant at) {
        TemplateKey key = draft.key();
        return jdbc.sql("""
                        insert into notification.template
                          (bureau, code, channel, language, version, title, body, made_by, made_at)
                        select :bureau, :code, :channel, :language, :seen + 1, :title, :body, :by, :at
                         where :seen = (select coalesce(max(version), 0) from notification.template
                                         where bureau = :bureau and code = :code and channel = :channel
                                           and language = :language)
                        on conflict do nothing
                        """)
                        .param("bureau", bureau.value())
                        .param("code", key.code())
                        .param("channel", key.channel().name())
                        .param("language", key.language().toLanguageTag())
                        .param("seen", seen)
                        .param("title", draft.title())
                        .param("body", draft.body())
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Every version, the newest first. */
    List<Template> versions(BureauId bureau, TemplateKey key) {
        return jdbc.sql("""
                        select * from notification.template
                         where bureau = ? and code = ? and channel = ? and language = ? order by version desc
                        """)
                .params(
                        bureau.value(),
                        key.code(),
                        key.channel().name(),
                        key.language().toLanguageTag())
                .query(TemplateRows::template)
                .list();
    }

    Optional<Template> newest(BureauId bureau, TemplateKey key) {
        return jdbc.sql("""
                        select * from notification.template
                         where bureau = ? and code = ? and channel = ? and language = ? order by version desc limit 1
                        """)
                .params(
                        bureau.value(),
                        key.code(),
                        key.channel().name(),
                        key.language().toLanguageTag())
                .query(TemplateRows::template)
                .optional();
    }

    /** The newest version of each template; some forty rows. */
    List<Template> newest(BureauId bureau) {
        return jdbc.sql("""
                        select distinct on (code, channel, language) * from notification.template
                         where bureau = ? order by code, channel, language, version desc
                        """).param(bureau.value()).query(TemplateRows::template).list();
    }

    private static Template template(ResultSet row, int n) throws SQLException {
        return new Template(
                new TemplateKey(
                        row.getString("code"),
                        MessageChannel.valueOf(row.getString("channel")),
                        Locale.forLanguageTag(row.getString("language"))),
                row.getInt("version"),
                row.getString("title"),
                row.getString("body"),
                new StaffId(row.getObject("made_by", UUID.class)),
                row.getTimestamp("made_at").toInstant());
    }
}
