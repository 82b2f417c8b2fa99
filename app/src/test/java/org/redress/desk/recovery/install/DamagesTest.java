package org.redress.desk.recovery.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;

@Tag("S4.3")
class DamagesTest {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 10);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal ALL = new BigDecimal("100");

    private static Install install(int cents, boolean ours) {
        UUID any = new UUID(1, 1);
        return new Install(
                new InstallId(any),
                "A-1",
                Installed.FIXED,
                new CustomerId(any),
                new UnitId(any),
                Money.ofMinor(YUAN, cents),
                DUE.minusDays(9),
                DUE,
                null,
                false,
                ours,
                1);
    }

    private static Damages after(int cents, int days) {
        return Damages.of(install(cents, true), DUE.plusDays(days), ONE, ALL);
    }

    @Test
    void each_day_late_is_one_percent_of_the_fees_and_the_due_day_is_in_time() {
        assertThat(after(20_000, 0).sum()).isEqualTo(Money.ofMinor(YUAN, 0));
        assertThat(after(20_000, 1)).isEqualTo(new Damages(1, Money.ofMinor(YUAN, 200)));
        assertThat(after(20_000, 7).sum()).isEqualTo(Money.ofMinor(YUAN, 1_400));
        assertThat(after(20_000, -3)).isEqualTo(new Damages(0, Money.ofMinor(YUAN, 0)));
    }

    @Test
    void without_a_most_they_pass_the_fees() {
        assertThat(Damages.of(install(20_000, true), DUE.plusDays(150), ONE, null))
                .isEqualTo(new Damages(150, Money.ofMinor(YUAN, 30_000)));
    }

    @Test
    void what_is_left_of_the_smallest_coin_is_the_customers_and_rounding_is_done_once() {
        // 3 days of 33.33 at 1 % are 0.9999
        assertThat(after(3_333, 3).sum()).isEqualTo(Money.ofMinor(YUAN, 100));
        assertThat(after(1, 1).sum()).isEqualTo(Money.ofMinor(YUAN, 1));
    }

    @Test
    void nothing_is_owed_where_the_operator_does_not_answer_for_it() {
        assertThat(Damages.of(install(20_000, false), DUE.plusDays(30), ONE, ALL))
                .isEqualTo(new Damages(0, Money.ofMinor(YUAN, 0)));
    }

    @Property
    void it_never_shrinks_from_day_to_day_and_never_passes_the_cap(
            @ForAll @IntRange(max = 5_000_000) int cents,
            @ForAll @IntRange(max = 900) int days,
            @ForAll @IntRange(min = 1, max = 300) int cap) {
        BigDecimal most = BigDecimal.valueOf(cap);
        Money one =
                Damages.of(install(cents, true), DUE.plusDays(days), ONE, most).sum();
        Money next = Damages.of(install(cents, true), DUE.plusDays(days + 1L), ONE, most)
                .sum();
        BigDecimal bound = BigDecimal.valueOf(cents, 2).multiply(most).movePointLeft(2);

        assertThat(next).isGreaterThanOrEqualTo(one);
        assertThat(next.getAmount()).isLessThan(bound.add(new BigDecimal("0.01")));
    }
}
