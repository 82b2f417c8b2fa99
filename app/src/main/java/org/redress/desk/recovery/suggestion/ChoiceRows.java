package org.redress.desk.recovery.suggestion;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.redress.desk.ticket.ChosenTypes;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.suggestion_choice}: what was suggested beside what was chosen. */
@Repository
class ChoiceRows {

    static final String PAIRS = """
            select model, suggested, chosen, count(*) as n from recovery.suggestion_choice
             where bureau = ? and at > ? group by model, suggested, chosen order by n desc, suggested, chosen""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    ChoiceRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** So often this was suggested and that chosen. */
    record Pair(int model, String suggested, String chosen, long count) {}

    /** Keeps the latest choice of each ticket; again changes nothing. */
    void keep(BureauId bureau, List<ChosenTypes.Chosen> choices) {
        batch.batchUpdate(
                """
                insert into recovery.suggestion_choice (bureau, ticket, model, confidence, suggested, chosen, at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (bureau, ticket) do update
                   set model = excluded.model, confidence = excluded.confidence, suggested = excluded.suggested,
                       chosen = excluded.chosen, at = excluded.at
                 where suggestion_choice.at <= excluded.at
                """,
                choices.stream()
                        .filter(one -> one.suggestion() != null)
                        .map(one -> row(bureau, one))
                        .toList());
    }

    private static Object[] row(BureauId bureau, ChosenTypes.Chosen one) {
        org.redress.desk.ticket.Suggestion suggestion = java.util.Objects.requireNonNull(one.suggestion());
        return new Object[] {
            bureau.value(),
            one.ticket().value(),
            suggestion.model() == null ? 0 : suggestion.model(),
            suggestion.confidence(),
            suggestion.type(),
            one.type(),
            one.at().atOffset(ZoneOffset.UTC)
        };
    }

    List<Pair> pairs(BureauId bureau, Instant since) {
        return jdbc.sql(PAIRS)
                .params(bureau.value(), since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Pair(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }
}
