package org.redress.desk.recovery.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Positive;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S8.3")
class NextNeedPolicyTest {

    private static @Nullable Need next(Set<Need> said, boolean own, boolean large, boolean budget) {
        return NextNeedPolicy.next(new NextNeedPolicy.Facts(said, own, large, budget));
    }

    @Test
    void within_ones_own_limits_and_the_budget_nobody_else_is_asked() {
        assertThat(next(Set.of(), true, false, true)).isEqualTo(Need.OWN);
        assertThat(next(Set.of(Need.OWN), true, false, true)).isNull();
    }

    @Test
    void above_them_somebody_with_the_authority_is_asked_and_two_people_for_large_sums() {
        assertThat(next(Set.of(), false, false, true)).isEqualTo(Need.AUTHORITY);
        assertThat(next(Set.of(), false, true, true)).isEqualTo(Need.REVIEW);
        assertThat(next(Set.of(Need.REVIEW), false, true, true)).isEqualTo(Need.AUTHORITY);
        assertThat(next(Set.of(Need.REVIEW, Need.AUTHORITY), false, true, true)).isNull();
    }

    @Test
    void whoever_gives_a_large_sum_within_their_own_limits_is_the_first_of_two() {
        assertThat(next(Set.of(), true, true, true)).isEqualTo(Need.OWN);
        assertThat(next(Set.of(Need.OWN), true, true, true)).isEqualTo(Need.REVIEW);
        assertThat(next(Set.of(Need.OWN, Need.REVIEW), true, true, true)).isNull();
    }

    @Test
    void what_has_become_large_since_somebody_with_the_authority_said_yes_needs_another() {
        assertThat(next(Set.of(Need.AUTHORITY), false, true, true)).isEqualTo(Need.REVIEW);
    }

    @Test
    void a_budget_that_does_not_reach_asks_its_holder_as_well_whoever_has_the_authority() {
        assertThat(next(Set.of(Need.OWN), true, false, false)).isEqualTo(Need.BUDGET);
        assertThat(next(Set.of(Need.AUTHORITY), false, false, false)).isEqualTo(Need.BUDGET);
        assertThat(next(Set.of(Need.AUTHORITY, Need.BUDGET), false, false, false))
                .isNull();
    }

    @Property
    void whatever_is_said_in_turn_it_ends_after_three_at_most_and_never_without_authority(
            @ForAll boolean own, @ForAll boolean large, @ForAll boolean budget) {
        EnumSet<Need> said = EnumSet.noneOf(Need.class);
        Need need = next(said, own, large, budget);
        while (need != null) {
            assertThat(said).doesNotContain(need).hasSizeLessThan(3);
            said.add(need);
            need = next(said, own, large, budget);
        }
        assertThat(said).containsAnyOf(Need.OWN, Need.AUTHORITY);
        assertThat(said.contains(Need.BUDGET)).isEqualTo(!budget);
        assertThat(said.contains(Need.REVIEW)).isEqualTo(large);
    }

    @Property
    void what_limits_cover_is_never_above_any_of_them(
            @ForAll @Positive int sum,
            @ForAll @Positive int besides,
            @ForAll @Positive int inYear,
            @ForAll @Positive int today) {
        Limits limits = new Limits(fen(50_000), fen(150_000), fen(500_000));

        assertThat(limits.cover(fen(sum), fen(besides), fen(inYear), fen(today)))
                .isEqualTo((long) sum + besides <= 50_000
                        && (long) sum + inYear <= 150_000
                        && (long) sum + today <= 500_000);
    }

    private static Money fen(long amount) {
        return Money.ofMinor(CurrencyUnit.of("CNY"), amount);
    }
}
