package org.redress.desk.recovery.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.rulebook.Limit;

@Tag("S4.3")
class CreditFormulaTest {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final Instant BEGAN = Instant.parse("2026-11-02T00:00:00Z");

    private static ServiceProblem lasting(Duration length) {
        return new ServiceProblem(new UUID(1, 1), "x", "y", BEGAN, BEGAN.plus(length), null);
    }

    @Test
    void to_the_second_of_the_limit_it_is_goodwill_and_owed_by_law_after_it() {
        Limit limit = Limit.elapsedHours(48);
        assertThat(CreditFormula.owed(lasting(Duration.ofHours(48)), limit)).isFalse();
        assertThat(CreditFormula.owed(lasting(Duration.ofHours(48).plusSeconds(1)), limit))
                .isTrue();
        assertThat(CreditFormula.owed(lasting(Duration.ofHours(49)), Limit.elapsedDays(2)))
                .isTrue();
    }

    @Test
    void a_limit_in_working_time_is_no_limit_of_a_repair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditFormula.owed(lasting(Duration.ofHours(1)), Limit.workingHours(2)));
    }

    @Property
    void what_comes_on_top_is_never_less_than_the_percentage_and_less_than_a_coin_more(
            @ForAll @IntRange(max = 10_000_000) int cents, @ForAll @IntRange(max = 100_000) int thousandths) {
        BigDecimal percent = BigDecimal.valueOf(thousandths, 3);
        BigDecimal exact = BigDecimal.valueOf(cents, 2).multiply(percent).divide(BigDecimal.valueOf(100));
        BigDecimal given =
                CreditFormula.extra(Money.ofMinor(YUAN, cents), percent).getAmount();

        assertThat(given).isGreaterThanOrEqualTo(exact);
        assertThat(given).isLessThan(exact.add(new BigDecimal("0.01")));
    }

    @Property
    void two_lines_of_two_problems_are_four_failures(@ForAll long one, @ForAll long other) {
        UUID problem = new UUID(one, 1);
        UUID line = new UUID(other, 2);
        assertThat(CreditIdentity.rent(problem, line))
                .isEqualTo(CreditIdentity.rent(problem, line))
                .isNotEqualTo(CreditIdentity.rent(line, problem))
                .isNotEqualTo(CreditIdentity.choice(problem));
    }
}
