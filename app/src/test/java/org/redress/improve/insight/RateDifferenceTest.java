package org.redress.improve.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.redress.improve.insight.RateDifference.Rate;

class RateDifferenceTest {

    private static final double[] EXPECTED = {0.2, 0.5, 1, 2, 3, 5, 10, 20, 50, 100};

    @Test
    void the_limits_of_one_count_are_those_of_Garwoods_table() {
        assertThat(Rate.of(0, 1).low()).isZero();
        assertThat(Rate.of(0, 1).high()).isCloseTo(3.6889, within(5e-5));
        assertThat(Rate.of(1, 1).low()).isCloseTo(0.0253, within(5e-5));
        assertThat(Rate.of(1, 1).high()).isCloseTo(5.5716, within(5e-5));
        assertThat(Rate.of(10, 1).low()).isCloseTo(4.7954, within(5e-5));
        assertThat(Rate.of(10, 1).high()).isCloseTo(18.3904, within(5e-5));
        assertThat(Rate.of(100, 1).low()).isCloseTo(81.364, within(5e-4));
        assertThat(Rate.of(100, 1).high()).isCloseTo(121.627, within(5e-4));
    }

    /** Reckoned independently with SciPy 1.17 from the quantiles of chi-square. */
    @Test
    void known_cases_give_known_intervals() {
        known(Rate.of(116, 24.060), Rate.of(70, 24.055), -1.911282, -3.067051, -0.775999);
        known(Rate.of(93, 41.2), Rate.of(88, 41.35), -0.129107, -0.789117, 0.529206);
        known(Rate.of(0, 1), Rate.of(0, 1), 0, -3.688879, 3.688879);
        known(Rate.of(10, 1), Rate.of(3, 1), -7, -15.721743, 0.768489);
        known(Rate.of(5, 2), Rate.of(9, 1.5), 3.5, -1.160571, 9.148088);
    }

    private static void known(Rate before, Rate after, double difference, double low, double high) {
        RateDifference found = RateDifference.of(before, after);
        assertThat(found.difference()).isCloseTo(difference, within(1e-6));
        assertThat(found.low()).isCloseTo(low, within(1e-6));
        assertThat(found.high()).isCloseTo(high, within(1e-6));
    }

    /** Every pair of counts that can happen is weighed with its probability: no simulation, no luck. */
    @Test
    void the_interval_holds_the_truth_in_at_least_95_percent_of_cases() {
        for (double ratio : new double[] {0.2, 0.5, 1, 2, 5}) {
            for (double before : EXPECTED) {
                for (double after : EXPECTED) {
                    assertThat(coverage(before, after, ratio))
                            .as("coverage at %s before, %s after, bases 1 to %s", before, after, ratio)
                            .isGreaterThanOrEqualTo(0.95);
                }
            }
        }
    }

    private static double coverage(double rateBefore, double rateAfter, double ratio) {
        Rate[] befores = rates(rateBefore, 1);
        Rate[] afters = rates(rateAfter * ratio, ratio);
        PoissonDistribution p = PoissonDistribution.of(rateBefore);
        PoissonDistribution q = PoissonDistribution.of(rateAfter * ratio);
        double truth = rateAfter - rateBefore;
        double covered = 0;
        for (int i = 0; i < befores.length; i++) {
            for (int j = 0; j < afters.length; j++) {
                RateDifference found = RateDifference.of(befores[i], afters[j]);
                if (found.low() <= truth && truth <= found.high()) {
                    covered += p.probability(i) * q.probability(j);
                }
            }
        }
        return covered;
    }

    private static Rate[] rates(double expected, double base) {
        Rate[] all = new Rate[(int) (expected + 6 * Math.sqrt(expected) + 12)];
        for (int x = 0; x < all.length; x++) {
            all[x] = Rate.of(x, base);
        }
        return all;
    }

    @Test
    void a_measure_without_effect_is_called_effective_in_less_than_one_case_in_forty() {
        Random random = new Random(20261124);
        int seen = 0;
        int rounds = 20_000;
        for (int i = 0; i < rounds; i++) {
            double expected = EXPECTED[random.nextInt(EXPECTED.length)];
            seen += RateDifference.of(Rate.of(draw(random, expected), 1), Rate.of(draw(random, expected), 1))
                            .below()
                    ? 1
                    : 0;
        }
        assertThat(seen).isPositive().isLessThan(rounds / 40);
    }

    private static int draw(Random random, double expected) {
        double left = Math.exp(-expected);
        double product = random.nextDouble();
        int count = 0;
        while (product > left) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    @Property(tries = 300)
    void turned_round_in_time_it_is_turned_round_in_sign(
            @ForAll @IntRange(max = 500) int before,
            @ForAll @IntRange(max = 500) int after,
            @ForAll @DoubleRange(min = 0.1, max = 500) double base) {
        RateDifference there = RateDifference.of(Rate.of(before, base), Rate.of(after, base));
        RateDifference back = RateDifference.of(Rate.of(after, base), Rate.of(before, base));
        assertThat(back.difference()).isEqualTo(-there.difference());
        assertThat(back.low()).isCloseTo(-there.high(), within(1e-9));
        assertThat(back.high()).isCloseTo(-there.low(), within(1e-9));
    }

    @Property(tries = 300)
    void more_cases_after_move_all_of_it_up(
            @ForAll @IntRange(max = 300) int before, @ForAll @IntRange(max = 300) int after) {
        RateDifference less = RateDifference.of(Rate.of(before, 3), Rate.of(after, 3));
        RateDifference more = RateDifference.of(Rate.of(before, 3), Rate.of(after + 1, 3));
        assertThat(more.difference()).isGreaterThan(less.difference());
        assertThat(more.low()).isGreaterThan(less.low());
        assertThat(more.high()).isGreaterThan(less.high());
        assertThat(less.low()).isLessThanOrEqualTo(less.difference());
        assertThat(less.high()).isGreaterThanOrEqualTo(less.difference());
    }

    @Property(tries = 200)
    void the_same_rates_on_a_larger_base_give_a_narrower_interval(
            @ForAll @IntRange(max = 100) int before, @ForAll @IntRange(max = 100) int after) {
        RateDifference small = RateDifference.of(Rate.of(before, 1), Rate.of(after, 1));
        RateDifference large = RateDifference.of(Rate.of(before * 4.0, 4), Rate.of(after * 4.0, 4));
        assertThat(large.high() - large.low()).isLessThan(small.high() - small.low());
    }
}
