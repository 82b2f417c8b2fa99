package org.redress.desk.recovery.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4.4")
class ForecastTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 1);

    @Test
    void it_goes_on_as_it_has_gone_so_far_with_today() {
        assertThat(Forecast.of(yuan("100.00"), FIRST, END, LocalDate.of(2026, 11, 10)))
                .isEqualTo(yuan("300.00"));
        assertThat(Forecast.of(yuan("0.01"), FIRST, END, LocalDate.of(2026, 11, 7)))
                .isEqualTo(yuan("0.05"));
    }

    @Test
    void before_and_after_its_period_it_is_what_is_used() {
        assertThat(Forecast.of(yuan("7.00"), FIRST, END, FIRST.minusDays(1))).isEqualTo(yuan("7.00"));
        assertThat(Forecast.of(yuan("7.00"), FIRST, END, END)).isEqualTo(yuan("7.00"));
    }

    @Property
    void it_is_never_less_than_what_is_used(
            @ForAll @IntRange(max = 99_999_999) int fen, @ForAll @IntRange(max = 40) int day) {
        Money used = Money.ofMinor(CurrencyUnit.of("CNY"), fen);

        assertThat(Forecast.of(used, FIRST, END, FIRST.plusDays(day))).isGreaterThanOrEqualTo(used);
    }

    @Property
    void every_day_lies_in_one_period_of_each_kind(@ForAll @IntRange(max = 3_000) int n, @ForAll Span span) {
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(n);
        LocalDate first = span.first(day);

        assertThat(day).isAfterOrEqualTo(first).isBefore(span.end(first));
        assertThat(span.first(first)).isEqualTo(first);
        assertThat(span.first(span.end(first))).isEqualTo(span.end(first));
    }

    private static Money yuan(String amount) {
        return Money.parse("CNY " + amount);
    }
}
