package org.redress.ground.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of rules. */
@Component
class RuleRows {

    /** A preset is laid out once: a bureau that has a version of that day keeps its own. */
    private static final String PRESET = """
            insert into rulebook.rule
              (bureau, code, jurisdiction, version, id, amount, unit, valid_from,
               title_zh, title_en, source_zh, source_en, confirm, second)
            select ?, p.code, p.jurisdiction,
                   1 + coalesce((select max(version) from rulebook.rule r
                                  where r.bureau = ? and r.code = p.code and r.jurisdiction = p.jurisdiction), 0),
                   ?, ?, ?, p.valid_from, ?, ?, ?, ?, ?, ?
              from (values (?::text, ?::text, ?::date)) p (code, jurisdiction, valid_from)
             where not exists (select from rulebook.rule r
                                where r.bureau = ? and r.code = p.code and r.jurisdiction = p.jurisdiction
                                  and r.valid_from = p.valid_from)
            """;

    private static final String NEXT = """
            insert into rulebook.rule
              (bureau, code, jurisdiction, version, id, amount, unit, valid_from,
               title_zh, title_en, source_zh, source_en, confirm, second, author)
            select bureau, code, jurisdiction, version + 1, :id, :amount, unit, :from,
                   title_zh, title_en, :source, :source, true, second, :author
              from rulebook.rule
             where bureau = :bureau and code = :code and jurisdiction = :jurisdiction
             order by version desc limit 1
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    RuleRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    List<Rule> of(BureauId bureau) {
        return jdbc.sql("select * from rulebook.rule where bureau = ?")
                .param(bureau.value())
                .query(RuleRows::rule)
                .list();
    }

    void preset(BureauId bureau, List<Rule> presets) {
        batch.batchUpdate(PRESET, presets, 100, (statement, rule) -> {
            int at = 1;
            statement.setInt(at++, bureau.value());
            statement.setInt(at++, bureau.value());
            statement.setObject(at++, rule.id());
            statement.setBigDecimal(at++, rule.amount());
            statement.setString(at++, rule.unit().name());
            statement.setString(at++, rule.titleZh());
            statement.setString(at++, rule.titleEn());
            statement.setString(at++, rule.sourceZh());
            statement.setString(at++, rule.sourceEn());
            statement.setBoolean(at++, rule.confirm());
            statement.setBoolean(at++, rule.second());
            statement.setString(at++, rule.code());
            statement.setString(at++, rule.jurisdiction());
            statement.setObject(at++, rule.validFrom());
            statement.setInt(at, bureau.value());
        });
    }

    /** Signs a version that nobody has signed; false when somebody was faster or there is none. */
    boolean sign(Actor actor, UUID id, Instant at) {
        return jdbc.sql("""
                        update rulebook.rule set confirmed_by = ?, confirmed_at = ?
                         where bureau = ? and id = ? and confirm and confirmed_by is null
                           and (not second or author is distinct from ?)
                        """)
                        .params(
                                actor.staff().value(),
                                at.atOffset(ZoneOffset.UTC),
                                actor.bureau().value(),
                                id,
                                actor.staff().value())
                        .update()
                == 1;
    }

    /** Adds the next version of a rule; empty where there is no such rule. */
    Optional<UUID> next(Actor author, Revision revision) {
        UUID id = Ids.next();
        int added = jdbc.sql(NEXT)
                .param("bureau", author.bureau().value())
                .param("author", author.staff().value())
                .param("code", revision.code())
                .param("jurisdiction", revision.jurisdiction())
                .param("id", id)
                .param("amount", revision.amount())
                .param("from", revision.validFrom())
                .param("source", revision.source())
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    private static Rule rule(ResultSet row, int n) throws SQLException {
        UUID author = row.getObject("author", UUID.class);
        return new Rule(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("jurisdiction"),
                row.getInt("version"),
                row.getBigDecimal("amount").stripTrailingZeros(),
                Unit.valueOf(row.getString("unit")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("title_zh"),
                row.getString("title_en"),
                row.getString("source_zh"),
                row.getString("source_en"),
                row.getBoolean("confirm"),
                confirmation(row),
                row.getBoolean("second"),
                author == null ? null : new StaffId(author));
    }

    private static Rule.@Nullable Confirmation confirmation(ResultSet row) throws SQLException {
        UUID by = row.getObject("confirmed_by", UUID.class);
        return by == null
                ? null
                : new Rule.Confirmation(
                        new StaffId(by), row.getTimestamp("confirmed_at").toInstant());
    }
}
