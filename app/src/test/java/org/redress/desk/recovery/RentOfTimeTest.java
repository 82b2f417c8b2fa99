package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S5.6")
class RentOfTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final Instant START = at("2026-01-01T00:00");

    private static Instant at(String local) {
        return at(local, SHANGHAI);
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Money yuan(String amount) {
        return Money.of(YUAN, new BigDecimal(amount));
    }

    private static Money waived(String rent, String from, String until) {
        return waived(rent, from, until, SHANGHAI);
    }

    private static Money waived(String rent, String from, String until, ZoneId zone) {
        return RentOfTime.of(yuan(rent), at(from, zone), at(until, zone), zone);
    }

    @Test
    void three_days_of_a_month_of_thirty_are_a_tenth_of_its_rent() {
        assertThat(waived("30.00", "2026-11-02T09:30", "2026-11-05T09:30")).isEqualTo(yuan("3.00"));
    }

    @Test
    void a_whole_month_is_its_whole_rent_however_long_it_is() {
        assertThat(waived("29.90", "2026-02-01T00:00", "2026-03-01T00:00")).isEqualTo(yuan("29.90"));
        assertThat(waived("29.90", "2028-02-01T00:00", "2028-03-01T00:00")).isEqualTo(yuan("29.90"));
        assertThat(waived("29.90", "2026-10-01T00:00", "2026-12-01T00:00")).isEqualTo(yuan("59.80"));
    }

    @Test
    void a_fault_over_the_end_of_a_month_takes_its_share_of_each_and_is_rounded_once() {
        // 1/31 + 1/30 of 30.00 is 1.9677…
        assertThat(waived("30.00", "2026-10-31T00:00", "2026-11-02T00:00")).isEqualTo(yuan("1.97"));
    }

    @Test
    void what_is_left_of_the_smallest_coin_is_the_customers() {
        // 50 hours of 30 days of 35.00 are 2.430555…
        assertThat(waived("35.00", "2026-11-02T08:00", "2026-11-04T10:00")).isEqualTo(yuan("2.44"));
        assertThat(waived("35.00", "2026-11-02T08:00:00", "2026-11-02T08:00:01"))
                .isEqualTo(yuan("0.01"));
        assertThat(waived("35.00", "2026-11-02T08:00", "2026-11-02T08:00")).isEqualTo(yuan("0.00"));
        assertThat(waived("0.00", "2026-11-02T08:00", "2026-11-09T08:00")).isEqualTo(yuan("0.00"));
    }

    @Test
    void months_begin_at_the_bureaus_midnight() {
        Instant from = Instant.parse("2026-10-31T16:00:00Z");
        assertThat(RentOfTime.of(yuan("30.00"), from, from.plus(Duration.ofDays(30)), SHANGHAI))
                .isEqualTo(yuan("30.00"));
    }

    @Test
    void where_summer_time_ends_on_the_last_day_of_a_month_an_hour_is_an_hour_of_it() {
        // In 2027 the 31st of October has 25 hours there, and its month 745.
        assertThat(waived("29.90", "2027-10-01T00:00", "2027-11-01T00:00", BERLIN))
                .as("all of the month")
                .isEqualTo(yuan("29.90"));
        assertThat(waived("74.50", "2027-10-30T00:00", "2027-11-01T00:00", BERLIN))
                .as("24 and 25 hours at ten cents, not two days of thirty-one")
                .isEqualTo(yuan("4.90"));
        assertThat(waived("74.50", "2027-10-31T00:00", "2027-10-31T04:00", BERLIN))
                .as("five hours: from two to three comes twice")
                .isEqualTo(yuan("0.50"));
        assertThat(waived("74.50", "2027-10-31T12:00", "2027-11-01T00:00", BERLIN))
                .isEqualTo(yuan("1.20"));
        // 12 hours of 745 and 12 of 720 are 1.20 and 1.241666…
        assertThat(waived("74.50", "2027-10-31T12:00", "2027-11-01T12:00", BERLIN))
                .isEqualTo(yuan("2.45"));
    }

    @Test
    void a_currency_without_small_coins_is_rounded_to_its_own() {
        assertThat(RentOfTime.of(
                        Money.ofMajor(CurrencyUnit.of("JPY"), 3000),
                        at("2026-11-02T08:00"),
                        at("2026-11-02T09:00"),
                        SHANGHAI))
                .isEqualTo(Money.ofMajor(CurrencyUnit.of("JPY"), 5));
    }

    @Test
    void nothing_is_waived_backwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> waived("30.00", "2026-11-05T09:30", "2026-11-02T09:30"));
    }

    @Property
    void it_is_never_less_than_what_is_owed_and_less_than_a_coin_more(
            @ForAll @IntRange(max = 99_999) int rent,
            @ForAll @IntRange(max = 40_000_000) int begin,
            @ForAll @IntRange(max = 9_000_000) int length) {
        Instant from = START.plusSeconds(begin);
        Instant until = from.plusSeconds(length);
        BigDecimal owed = owed(BigDecimal.valueOf(rent, 2), from, until);
        BigDecimal given =
                RentOfTime.of(Money.ofMinor(YUAN, rent), from, until, SHANGHAI).getAmount();

        assertThat(given.add(new BigDecimal("1E-20"))).isGreaterThanOrEqualTo(owed);
        assertThat(given).isLessThan(owed.add(new BigDecimal("0.01")));
    }

    /** The same by another way: second for second by month, in decimals. */
    private static BigDecimal owed(BigDecimal rent, Instant from, Instant until) {
        BigDecimal sum = BigDecimal.ZERO;
        Instant at = from;
        while (at.isBefore(until)) {
            YearMonth month = YearMonth.from(at.atZone(SHANGHAI));
            Instant next = month.plusMonths(1).atDay(1).atStartOfDay(SHANGHAI).toInstant();
            Instant end = next.isBefore(until) ? next : until;
            long seconds = Duration.between(at, end).toSeconds();
            sum = sum.add(rent.multiply(BigDecimal.valueOf(seconds))
                    .divide(BigDecimal.valueOf(month.lengthOfMonth() * 86_400L), new MathContext(40)));
            at = end;
        }
        return sum;
    }

    @Property
    void a_longer_fault_never_waives_less(
            @ForAll @IntRange(max = 40_000_000) int begin,
            @ForAll @IntRange(max = 4_000_000) int length,
            @ForAll @IntRange(max = 4_000_000) int more) {
        Instant from = START.plusSeconds(begin);
        Money shorter = RentOfTime.of(yuan("29.90"), from, from.plusSeconds(length), SHANGHAI);
        Money longer = RentOfTime.of(yuan("29.90"), from, from.plusSeconds(length + more), SHANGHAI);

        assertThat(longer).isGreaterThanOrEqualTo(shorter);
    }
}
