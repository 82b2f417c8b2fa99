package org.redress.improve.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.improve.insight.effect.Matched.Stratum;

@Tag("S4.5")
class MatchedTest {

    private static Matched matched(Stratum... strata) {
        return Objects.requireNonNull(of(List.of(strata)));
    }

    /** Everybody is another customer. */
    private static @Nullable Matched of(List<Stratum> strata) {
        return Matched.of(
                strata,
                new People(
                        strata.stream().mapToLong(Stratum::n).sum(),
                        strata.stream()
                                .filter(one -> one.n() > 0)
                                .mapToLong(Stratum::controls)
                                .sum()));
    }

    @Test
    void a_customer_who_is_like_a_case_in_several_months_or_has_several_is_one() {
        List<Stratum> months = List.of(new Stratum(40, 30, 20, 15), new Stratum(40, 30, 20, 15));
        Matched once = Objects.requireNonNull(Matched.of(months, new People(80, 40)));
        Matched twice = Objects.requireNonNull(Matched.of(months, new People(80, 20)));
        assertThat(once.enough(40)).isTrue();
        assertThat(twice.controls()).isEqualTo(20);
        assertThat(twice.alike().n()).isEqualTo(20);
        assertThat(twice.enough(21)).isFalse();
        assertThat(twice.difference()).isEqualTo(once.difference());
        assertThat(twice.high() - twice.low()).isGreaterThan(once.high() - once.low());
        Matched often = Objects.requireNonNull(Matched.of(months, new People(20, 40)));
        assertThat(often.stayed().n()).isEqualTo(20);
        assertThat(often.matched()).isEqualTo(80);
        assertThat(often.enough(21)).isFalse();
    }

    @Test
    void one_stratum_is_the_difference_of_two_shares_with_the_interval_of_newcombe() {
        // R. G. Newcombe (1998), table II, example (a): 56/70 and 48/80, difference 0.2, method 10: 0.0524 to 0.3339.
        Matched one = matched(new Stratum(70, 56, 80, 48));
        assertThat(one.difference()).isCloseTo(0.2, within(1e-9));
        assertThat(one.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(one.high()).isCloseTo(0.3339, within(5e-5));
        assertThat(one.certain()).isTrue();
    }

    @Test
    void none_against_none_is_not_certain_whatever_a_normal_approximation_would_say() {
        // The same, example (h): 10/10 and 0/20 mirrored to 10/10 and 20/20: the difference is 0 and its interval is
        // not empty.
        Matched one = matched(new Stratum(10, 10, 20, 20));
        assertThat(one.difference()).isZero();
        assertThat(one.low()).isLessThan(-0.1);
        assertThat(one.high()).isGreaterThan(0.1);
    }

    @Test
    void similar_ones_weigh_as_the_cases_lie_over_the_strata() {
        Matched two = matched(new Stratum(30, 15, 1000, 500), new Stratum(10, 9, 100, 90));
        assertThat(two.alike().value()).isCloseTo(0.75 * 0.5 + 0.25 * 0.9, within(1e-9));
        assertThat(two.stayed().value()).isCloseTo(24 / 40.0, within(1e-9));
        assertThat(two.difference()).isCloseTo(0, within(1e-9));
    }

    @Test
    void a_case_that_is_like_nobody_is_left_out_and_counted() {
        Matched two = matched(new Stratum(30, 15, 1000, 500), new Stratum(7, 7, 0, 0), new Stratum(0, 0, 50, 1));
        assertThat(two.cases()).isEqualTo(37);
        assertThat(two.matched()).isEqualTo(30);
        assertThat(two.controls()).isEqualTo(1000);
        assertThat(of(List.of(new Stratum(7, 7, 0, 0)))).isNull();
        assertThat(of(List.of())).isNull();
    }

    @Test
    void too_few_on_either_side_are_too_few() {
        assertThat(matched(new Stratum(30, 15, 1000, 500)).enough(30)).isTrue();
        assertThat(matched(new Stratum(29, 15, 1000, 500)).enough(30)).isFalse();
        assertThat(matched(new Stratum(300, 150, 10, 5)).enough(30)).isFalse();
        // A thousand similar ones of whom one has to stand for nearly all the cases are worth one.
        assertThat(matched(new Stratum(300, 150, 1, 1), new Stratum(1, 1, 1000, 500))
                        .enough(30))
                .isFalse();
    }

    @Property
    void the_interval_holds_the_difference_and_more_of_the_same_makes_it_narrower(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> sizes,
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 9) int times) {
        Random chance = new Random(seed);
        List<Stratum> strata = sizes.stream()
                .map(n -> {
                    int controls = 1 + chance.nextInt(60);
                    return new Stratum(n, chance.nextInt(n + 1), controls, chance.nextInt(controls + 1));
                })
                .toList();
        Matched once = Objects.requireNonNull(of(strata));
        Matched more = Objects.requireNonNull(of(strata.stream()
                .map(one -> new Stratum(
                        one.n() * times, one.stayed() * times, one.controls() * times, one.controlsStayed() * times))
                .toList()));
        assertThat(once.low()).isBetween(-1.0, once.difference() + 1e-9);
        assertThat(once.high()).isBetween(once.difference() - 1e-9, 1.0);
        assertThat(more.difference()).isCloseTo(once.difference(), within(1e-9));
        assertThat(more.high() - more.low()).isLessThanOrEqualTo(once.high() - once.low() + 1e-9);
    }

    @Test
    void a_share_has_the_interval_of_wilson() {
        // E. B. Wilson (1927) as tabled by Newcombe: 81 of 263 is 0.3080, 0.2553 to 0.3662.
        Share share = Share.of(263, 81);
        assertThat(share.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(share.high()).isCloseTo(0.3662, within(5e-5));
        assertThat(Share.of(15, 0).low()).isZero();
        assertThatThrownBy(() -> Share.of(3, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mean_stays_within_the_marks() {
        Mean mean = Mean.of(4, 20, 100);
        assertThat(mean.value()).isEqualTo(5);
        assertThat(mean.high()).isEqualTo(5);
        Mean mixed = Mean.of(100, 300, 1000);
        assertThat(mixed.value()).isEqualTo(3);
        assertThat(mixed.high() - mixed.value()).isCloseTo(1.96 * Math.sqrt(100.0 / 99 / 100), within(1e-4));
    }

    private static Kept kept(long n, long stayed, long paying, String monthly, String cost) {
        return new Kept(n, stayed, paying, new BigDecimal(monthly), new BigDecimal(cost));
    }

    @Test
    void cost_and_value_are_of_the_cases_that_have_somebody_like_them_with_the_same_failure() {
        Kept.Key slow = new Kept.Key(Side.GIVEN, "slow", "RESIDENTIAL", 3, 6);
        Kept.Key dead = new Kept.Key(Side.GIVEN, "no-service", "RESIDENTIAL", 3, 6);
        Kept.Key strange = new Kept.Key(Side.GIVEN, "slow", "KEY_ACCOUNT", 3, 9);
        Map<Kept.Key, Kept> all = Map.of(
                slow,
                kept(40, 36, 30, "3000", "200"),
                slow.of(Side.NOTHING),
                kept(50, 40, 50, "9999", "0"),
                dead,
                kept(70, 70, 70, "70000", "7000"),
                strange,
                kept(5, 5, 5, "50000", "5000"));
        KeptValue value = Objects.requireNonNull(KeptValue.of(CurrencyUnit.of("CNY"), all, new People(115, 50), 30));
        assertThat(value.matched().matched()).isEqualTo(40);
        assertThat(value.matched().controls()).isEqualTo(50);
        assertThat(value.cost()).isEqualTo(Money.parse("CNY 200.00"));
        assertThat(value.known()).isEqualTo(30);
        assertThat(value.monthly()).isEqualTo(Money.parse("CNY 100.00"));
        // 0.1 × 40 cases × 100 × 6 months
        assertThat(value.value()).isEqualTo(Money.parse("CNY 2400.00"));
        assertThat(KeptValue.of(CurrencyUnit.of("CNY"), all, new People(115, 50), 31))
                .as("of too few it is known what they pay")
                .isNull();
    }

    @Test
    void what_was_kept_is_the_formula_and_is_rounded_once() {
        Matched matched = matched(new Stratum(100, 90, 100, 80));
        KeptValue value = KeptValue.of(
                CurrencyUnit.of("CNY"),
                new Kept(100, 90, 50, new BigDecimal("4999.995"), new BigDecimal("1234.5")),
                matched);
        assertThat(value.cost()).isEqualTo(Money.parse("CNY 1234.50"));
        assertThat(value.monthly()).isEqualTo(Money.parse("CNY 100.00"));
        // 0.1 × 100 customers × 99.9999 × 6 months
        assertThat(value.value()).isEqualTo(Money.parse("CNY 6000.00").minus(Money.parse("CNY 0.01")));
        assertThat(value.low()).isLessThan(value.value());
        assertThat(value.high()).isGreaterThan(value.value());
    }
}
