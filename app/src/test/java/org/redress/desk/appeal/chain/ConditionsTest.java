package org.redress.desk.appeal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Unit;
import org.redress.platform.text.Words;

@Tag("S5.1")
class ConditionsTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 30);

    private final Conditions conditions = new Conditions(
            rule("appeal.refuse.fees", 5, Unit.MONTHS),
            rule("appeal.refuse.other", 2, Unit.YEARS),
            rule("complaint.reply", 15, Unit.ELAPSED_DAYS),
            asked -> asked.plusDays(15));

    @Test
    void what_is_complete_recent_and_was_asked_first_meets_every_condition() {
        assertThat(failed(grounds())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FEES, 2026-06-30, true",
        "FEES, 2026-06-29, false",
        "OTHER, 2026-06-29, true",
        "OTHER, 2024-11-30, true",
        "OTHER, 2024-11-29, false"
    })
    void fees_may_be_five_months_old_and_everything_else_two_years(Dispute dispute, LocalDate occurred, boolean met) {
        ConditionLine line = line(
                Condition.RECENT,
                grounds("周敏", "138", "退款", dispute, occurred, RECEIVED.minusDays(3), FirstAnswer.UNSATISFACTORY));

        assertThat(line.met()).isEqualTo(met);
        assertThat(line.source(Words.of(Words.ENGLISH)))
                .contains("article 11 (1)", dispute == Dispute.FEES ? "5 months" : "2 years");
    }

    @ParameterizedTest
    @CsvSource({
        "UNSATISFACTORY, 2026-11-30, true",
        "NONE, 2026-11-14, true",
        "NONE, 2026-11-15, false",
        "NONE, 2026-11-29, false"
    })
    void silence_opens_the_way_once_fifteen_days_are_over_and_a_bad_answer_at_once(
            FirstAnswer first, LocalDate complained, boolean met) {
        ConditionLine line = line(
                Condition.ASKED_FIRST,
                grounds("周敏", "138", "退款", Dispute.FEES, RECEIVED.minusMonths(1), complained, first));

        assertThat(line.met()).isEqualTo(met);
        assertThat(line.rule()).extracting(Rule::code).isEqualTo("complaint.reply");
    }

    @Test
    void whoever_did_not_ask_the_operator_is_not_accepted() {
        assertThat(failed(
                        grounds("周敏", "138", "退款", Dispute.FEES, RECEIVED.minusMonths(1), null, FirstAnswer.NOT_ASKED)))
                .containsExactly(Condition.ASKED_FIRST);
    }

    @Test
    void a_name_a_way_to_reach_them_and_a_claim_are_needed() {
        LocalDate day = RECEIVED.minusDays(10);

        assertThat(failed(grounds("", "138", "退款", Dispute.OTHER, day, day, FirstAnswer.UNSATISFACTORY)))
                .containsExactly(Condition.IDENTITY);
        assertThat(failed(grounds("周敏", "", "退款", Dispute.OTHER, day, day, FirstAnswer.UNSATISFACTORY)))
                .containsExactly(Condition.IDENTITY);
        assertThat(failed(grounds("周敏", "138", "", Dispute.OTHER, day, day, FirstAnswer.UNSATISFACTORY)))
                .containsExactly(Condition.CLAIM);
    }

    @Test
    void what_is_settled_handled_or_elsewhere_is_named_line_by_line() {
        LocalDate day = RECEIVED.minusDays(10);
        Appeal.Grounds all = new Appeal.Grounds(
                "周敏",
                "138",
                Dispute.OTHER,
                "事实",
                "退款",
                day,
                day,
                FirstAnswer.UNSATISFACTORY,
                true,
                true,
                true,
                RECEIVED);

        assertThat(failed(all)).containsExactly(Condition.NOT_SETTLED, Condition.NOT_HANDLED, Condition.NOT_ELSEWHERE);
        assertThat(conditions.check(all)).extracting(ConditionLine::condition).containsExactly(Condition.values());
    }

    private List<Condition> failed(Appeal.Grounds grounds) {
        return conditions.check(grounds).stream()
                .filter(line -> !line.met())
                .map(ConditionLine::condition)
                .toList();
    }

    private ConditionLine line(Condition condition, Appeal.Grounds grounds) {
        return conditions.check(grounds).stream()
                .filter(one -> one.condition() == condition)
                .findFirst()
                .orElseThrow();
    }

    private static Appeal.Grounds grounds() {
        return grounds(
                "周敏",
                "138",
                "退款",
                Dispute.FEES,
                RECEIVED.minusMonths(1),
                RECEIVED.minusDays(20),
                FirstAnswer.UNSATISFACTORY);
    }

    private static Appeal.Grounds grounds(
            String appellant,
            String reach,
            String claim,
            Dispute dispute,
            LocalDate occurred,
            @Nullable LocalDate complained,
            FirstAnswer first) {
        return new Appeal.Grounds(
                appellant, reach, dispute, "事实", claim, occurred, complained, first, false, false, false, RECEIVED);
    }

    private static Rule rule(String code, int amount, Unit unit) {
        return new Rule(
                new UUID(0, 1),
                code,
                "CN",
                1,
                BigDecimal.valueOf(amount),
                unit,
                LocalDate.of(2016, 7, 30),
                null,
                "",
                "",
                "",
                "",
                false,
                null,
                false,
                null);
    }
}
