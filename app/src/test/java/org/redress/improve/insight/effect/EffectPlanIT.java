package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.support.RedressIT;
import org.redress.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand customers, every fifth with a failure: figures are reckoned by ranges of keys, lists come from indexes. */
@RedressIT
@Tag("S4.5")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectPlanIT {

    private static final String ID = "('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";

    /** A table of facts is read as a whole; the figures themselves are few. */
    private static final String WHOLE = "Seq Scan on effect_(case|customer|hit|remedy|answer|mood|standing)";

    @Autowired
    JdbcClient jdbc;

    private int bureau;

    @BeforeAll
    void fill() {
        bureau = TestDatabase.freshBureau();
        execute("""
                insert into insight.effect_customer (bureau, customer, version, segment, band, monthly, since, left_on, failed)
                select :bureau, %1$s, 1, 'RESIDENTIAL', 6, 59, current_date - n %% 3000,
                       case when n %% 9 = 0 then current_date - n %% 200 end, n %% 5 = 0
                  from generate_series(1, 100000) n
                """.formatted(ID));
        execute("""
                insert into insight.effect_case (bureau, ticket, number, version, customer, type, failed_on, closed, counts, closed_at)
                select :bureau, %1$s, n, 1, %1$s, 'no-service', current_date - n %% 500, n %% 7 > 0, true, now() - n %% 500 * interval '1 day'
                  from generate_series(5, 100000, 5) n
                """.formatted(ID));
        execute("""
                insert into insight.effect_remedy (bureau, remedy, ticket, kind, amount, currency)
                select :bureau, %1$s, %1$s, 'bill-credit', 10, 'CNY' from generate_series(5, 100000, 10) n
                """.formatted(ID));
        execute("""
                insert into insight.effect_answer (bureau, follow_up, ticket, customer, recovery, service, on_day)
                select :bureau, %1$s, %1$s, %1$s, 4, 4, current_date from generate_series(5, 100000, 10) n
                """.formatted(ID));
        execute("""
                insert into insight.effect_mood (bureau, ticket, mood, at)
                select :bureau, %1$s, 'ANGRY', now() from generate_series(5, 100000, 5) n
                """.formatted(ID));
        execute("""
                insert into insight.effect_standing (bureau, customer, version, known_on, segment, band, monthly)
                select :bureau, %1$s, 1, current_date - n %% 900, 'RESIDENTIAL', 6, 59 from generate_series(1, 100000) n
                """.formatted(ID));
        execute("""
                insert into insight.effect_hit (bureau, customer, hit_on)
                select :bureau, %1$s, current_date - n %% 900 from generate_series(1, 100000, 4) n
                """.formatted(ID));
        for (String table : List.of(
                "effect_hit",
                "effect_standing",
                "effect_customer",
                "effect_case",
                "effect_remedy",
                "effect_answer",
                "effect_mood")) {
            jdbc.sql("vacuum analyze insight." + table).update();
        }
    }

    private void execute(String sql) {
        jdbc.sql(sql.replace(":bureau", Integer.toString(bureau))).update();
    }

    private String plan(String sql) {
        String low = "'00000000-0000-7000-8000-000000020000'::uuid";
        String high = "'00000000-0000-7000-8000-000000022000'::uuid";
        LocalDate today = LocalDate.of(2026, 11, 30);
        String bound = sql.replace(":bureau", Integer.toString(bureau))
                .replace(":until", high)
                .replace(":today", "current_date")
                .replace(":zone", "'Asia/Shanghai'")
                .replace(":first", "(current_date - 365)")
                .replace(":days::date[]", "array['" + today.minusMonths(3) + "'::date]")
                .replace(":days", "30")
                .replace(":horizon", "30")
                .replace(":side", "'GIVEN'")
                .replace(":types", "array['no-service']")
                .replace(":kind", "'bill-credit'")
                .replace(":measure", "'SERVICE'")
                .replace(":again", "false")
                .replace(":likeDays::date[]", "array['" + today.minusMonths(3) + "'::date]")
                .replaceAll(":like(Tenures|Bands|Sides)::int\\[]", "array[6]")
                .replace(":likeSegments::text[]", "array['RESIDENTIAL']")
                .replace(":currency", "'CNY'")
                .replace(":bad", "2")
                .replace(":at", "(current_date - 30)")
                .replace(":before", low)
                .replace(":after", low)
                .replace(":chunk", "2000")
                .replace(":limit", "51");
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + bound).query(String.class).list());
    }

    @Test
    void figures_are_reckoned_by_ranges_of_customers_and_never_read_a_whole_table() {
        for (String sql : new String[] {
            EffectSql.UNTIL, EffectSql.STAYED, EffectSql.OTHERS, EffectSql.SCORES, EffectSql.LEAGUE, EffectSql.KEPT
        }) {
            assertThat(plan(sql)).doesNotContain("Seq Scan on effect_");
        }
        assertThat(plan(EffectSql.STAYED)).contains("effect_case_customer");
        assertThat(plan(EffectSql.OTHERS)).contains("effect_customer_pkey");
    }

    @Test
    void the_cases_behind_a_figure_come_from_an_index_in_order() {
        for (Side side : Side.values()) {
            assertThat(plan(EffectCases.cases(side, false)))
                    .contains("effect_case_closed")
                    .doesNotContain("Seq Scan on effect_")
                    .doesNotContain("Sort");
        }
    }

    @Test
    void what_stands_behind_other_figures_comes_from_an_index_too() {
        for (String sql : new String[] {
            BehindSql.remedies(LeagueFigure.USED),
            BehindSql.remedies(LeagueFigure.OLD),
            BehindSql.ANSWERS,
            EffectCases.cases(Side.GIVEN, true)
        }) {
            assertThat(plan(sql)).contains("effect_case_closed").doesNotContainPattern(WHOLE);
        }
        assertThat(plan(BehindSql.ALIKE)).contains("effect_customer_pkey").doesNotContainPattern(WHOLE);
        for (String sql : new String[] {BehindSql.COMPARISONS, BehindSql.COMPARED_UNTIL}) {
            assertThat(plan(sql)).contains("effect_answer_compared").doesNotContainPattern(WHOLE);
        }
    }
}
