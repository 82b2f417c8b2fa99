package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.desk.recovery.severity.SeverityStatements;
import org.redress.desk.recovery.suggestion.SuggestionStatements;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand choices and severities: figures, the worst and what grows are read from indexes. */
@RedressIT
@Tag("S4.1")
@Tag("S4.3")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagnosePlanIT {

    private static final String ID = "('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";

    @Autowired
    private JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        jdbc.sql("""
                        insert into recovery.suggestion_choice (bureau, ticket, model, suggested, chosen, at)
                        select ?, %s, n %% 5, 't' || n %% 50, 't' || n %% 49, now() - n * interval '30 minutes'
                          from generate_series(1, 100000) n
                        """.formatted(ID)).param(bureau).update();
        jdbc.sql("""
                        insert into recovery.severity (bureau, ticket, points, grade, open, growing, addends, at)
                        select ?, %s, n %% 90, 'MINOR', n %% 20 = 0, n %% 200 = 0, '[]', now() from generate_series(1, 100000) n
                        """.formatted(ID)).param(bureau).update();
        List.of("suggestion_choice", "severity")
                .forEach(table -> jdbc.sql("vacuum analyze recovery." + table).update());
    }

    private String plan(String sql, String... values) {
        String bound = sql;
        for (String value : values) {
            bound = bound.replaceFirst("\\?", value);
        }
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void what_was_suggested_and_chosen_lately_is_a_range_of_one_index() {
        assertThat(plan(SuggestionStatements.pairs(), bureau + "", "(now() - interval '90 days')"))
                .contains("suggestion_choice_at")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_worst_come_from_an_index_in_order_and_what_grows_from_a_partial_one() {
        assertThat(plan(
                        SeverityStatements.worst(),
                        bureau + "",
                        "1000",
                        "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid",
                        "20"))
                .contains("severity_worst")
                .doesNotContain("Sort");
        assertThat(plan(
                        SeverityStatements.growing(),
                        bureau + "",
                        "'00000000-0000-0000-0000-000000000000'::uuid",
                        "100"))
                .contains("severity_growing")
                .doesNotContain("Seq Scan");
        assertThat(plan(
                        SeverityStatements.older(),
                        bureau + "",
                        "7",
                        "'00000000-0000-0000-0000-000000000000'::uuid",
                        "100"))
                .doesNotContain("Seq Scan", "Sort");
    }
}
