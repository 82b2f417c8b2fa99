package org.redress.improve.quality.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S5.4")
class HeatPolicyTest {

    private static final HeatPolicy POLICY = new HeatPolicy(7, 8, 5, 3, 1);

    @Property
    void more_complaints_are_never_cooler(
            @ForAll @IntRange(max = 400) int count, @ForAll @IntRange(max = 4000) int earlier) {
        assertThat(POLICY.measure(count + 1, earlier).score())
                .isGreaterThanOrEqualTo(POLICY.measure(count, earlier).score());
    }

    @Property
    void a_busier_past_is_never_hotter(
            @ForAll @IntRange(max = 400) int count, @ForAll @IntRange(max = 4000) int earlier) {
        assertThat(POLICY.measure(count, earlier + 1).score())
                .isLessThanOrEqualTo(POLICY.measure(count, earlier).score());
    }

    @Property
    void the_score_is_a_number_between_nothing_and_the_hottest(
            @ForAll @IntRange(max = 100_000) int count, @ForAll @IntRange(max = 100_000) int earlier) {
        assertThat(POLICY.measure(count, earlier).score()).isBetween(0.0, HeatPolicy.HOTTEST);
    }

    @Property
    void as_many_as_ever_is_not_hot(@ForAll @IntRange(min = 1, max = 2000) int usual) {
        assertThat(POLICY.hot(POLICY.measure(usual, usual * POLICY.spans()))).isFalse();
    }

    @Property
    void what_is_hot_stays_so_until_it_is_clearly_cooler(
            @ForAll @IntRange(max = 400) int count, @ForAll @IntRange(max = 4000) int earlier) {
        Heat heat = POLICY.measure(count, earlier);
        assertThat(!POLICY.hot(heat) || POLICY.stillHot(heat)).isTrue();
    }

    /** By hand: expected (4 + 0.5) / 8 = 0.5625, P(X >= 5) = 1 - e^-0.5625 (1 + 0.5625 + ... + 0.5625^4 / 24). */
    @Test
    void the_formula_gives_what_a_hand_reckons() {
        Heat heat = POLICY.measure(5, 4);
        double x = 0.5625;
        double below = Math.exp(-x) * (1 + x + x * x / 2 + x * x * x / 6 + x * x * x * x / 24);
        assertThat(heat.expected()).isEqualTo(x);
        assertThat(heat.score()).isCloseTo(-Math.log10(1 - below), within(1e-9));
        assertThat(POLICY.hot(heat)).isTrue();
    }

    /** The same ratio, and another matter: why heat is no ratio. */
    @Test
    void two_where_one_is_usual_are_cool_and_two_hundred_where_a_hundred_are_usual_hot() {
        assertThat(POLICY.measure(2, 8).score()).isCloseTo(0.54, within(0.01));
        assertThat(POLICY.measure(200, 800).score()).isEqualTo(HeatPolicy.HOTTEST);
        assertThat(POLICY.hot(POLICY.measure(200, 800))).isTrue();
    }

    @Test
    void a_few_are_never_hot_however_unlikely() {
        assertThat(POLICY.hot(POLICY.measure(4, 0))).isFalse();
        assertThat(POLICY.measure(0, 0).score()).isZero();
    }

    @Test
    void a_rule_that_would_flicker_is_refused() {
        assertThatThrownBy(() -> new HeatPolicy(7, 8, 5, 1, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
