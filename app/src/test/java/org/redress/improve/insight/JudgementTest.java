package org.redress.improve.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final LocalDate CHANGE = LocalDate.of(2026, 9, 7);
    private static final Judgement JUDGEMENT = new Judgement(4, 10);

    private static Effect.Side side(long cases, long named, long unnamed, double customers) {
        return new Effect.Side(cases, named, unnamed, customers);
    }

    private static Effect after(int weeks, Effect.Side before, Effect.Side after) {
        return JUDGEMENT.of(CHANGE, CHANGE.plusWeeks(weeks), before, after, Effect.Base.BUREAU);
    }

    @Test
    void fewer_beyond_chance_is_an_effect() {
        Effect effect = after(8, side(116, 400, 0, 24060), side(70, 350, 0, 24055));
        assertThat(effect.verdict()).isEqualTo(Verdict.EFFECT_SEEN);
        Effect.Difference difference = Objects.requireNonNull(effect.difference());
        assertThat(difference.value()).isCloseTo(-1.91, within(0.005));
        assertThat(difference.high()).isLessThan(0);
        assertThat(effect.from()).isEqualTo(CHANGE.minusWeeks(8));
        assertThat(effect.days()).isEqualTo(56);
        assertThat(effect.before().rate()).isCloseTo(4.82, within(0.005));
    }

    @Test
    void fewer_within_chance_is_no_effect() {
        Effect effect = after(8, side(93, 400, 0, 41200), side(88, 400, 0, 41350));
        assertThat(effect.verdict()).isEqualTo(Verdict.NO_EFFECT);
        assertThat(effect.reason()).isNull();
    }

    @Test
    void more_beyond_chance_is_worse() {
        assertThat(after(8, side(20, 90, 0, 9000), side(60, 90, 0, 9000)).verdict())
                .isEqualTo(Verdict.WORSE);
    }

    @Test
    void before_the_weeks_are_over_nothing_is_said_but_when_it_can_be() {
        Effect effect = after(3, side(116, 400, 0, 24060), side(20, 350, 0, 24055));
        assertThat(effect.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(effect.reason()).isEqualTo(Effect.Missing.WEEKS);
        assertThat(effect.sayableOn()).isEqualTo(CHANGE.plusWeeks(4));
    }

    @Test
    void a_handful_of_cases_says_nothing() {
        Effect effect = after(8, side(8, 400, 0, 24060), side(1, 350, 0, 24055));
        assertThat(effect.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(effect.reason()).isEqualTo(Effect.Missing.CASES);
    }

    @Test
    void tickets_still_without_a_cause_do_not_pass_for_an_effect() {
        Effect named = after(8, side(60, 100, 0, 9000), side(33, 55, 0, 9000));
        Effect unnamed = after(8, side(60, 100, 0, 9000), side(33, 55, 45, 9000));
        assertThat(named.verdict()).isEqualTo(Verdict.EFFECT_SEEN);
        assertThat(unnamed.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(unnamed.reason()).isEqualTo(Effect.Missing.CAUSES);
    }

    @Test
    void without_customers_there_is_no_rate() {
        Effect effect = after(8, side(60, 100, 0, 0), side(33, 55, 0, 0));
        assertThat(effect.difference()).isNull();
        assertThat(effect.reason()).isEqualTo(Effect.Missing.CUSTOMERS);
    }

    @Test
    void customers_are_averaged_over_the_days_on_which_each_figure_held() {
        Exposure exposure = new Exposure(
                List.of(
                        new CustomerBase("", LocalDate.of(2026, 1, 1), 1000, "s"),
                        new CustomerBase("", LocalDate.of(2026, 1, 6), 2000, "s"),
                        new CustomerBase("north", LocalDate.of(2026, 1, 1), 300, "s")),
                77);
        LocalDate first = LocalDate.of(2026, 1, 1);
        assertThat(exposure.average("", first, first.plusDays(10))).isEqualTo(1500);
        assertThat(exposure.average("north", first, first.plusDays(10))).isEqualTo(300);
        assertThat(exposure.average("south", first, first.plusDays(5))).isEqualTo(1000);
        assertThat(exposure.average("", first.minusDays(5), first)).isEqualTo(1000);
        assertThat(exposure.base("north")).isEqualTo(Effect.Base.PLACE);
        assertThat(exposure.base("south")).isEqualTo(Effect.Base.BUREAU);
        assertThat(new Exposure(List.of(), 77).average("x", first, first.plusDays(3)))
                .isEqualTo(77);
        assertThat(new Exposure(List.of(), 77).base("x")).isEqualTo(Effect.Base.KNOWN);
    }
}
