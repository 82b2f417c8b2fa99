package org.redress.ground.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.ground.intake.sheet.CellKind;

class DateTextTest {

    private final DateText dates = new DateText(2026);

    private Dated read(String text) {
        return Objects.requireNonNull(dates.read(text, CellKind.TEXT), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-03|ymd|2026-10-03|",
                "2020/1/6 12:09:38|ymd|2020-01-06|12:09:38",
                "2026.10.3|ymd|2026-10-03|",
                "29/2/2016 01:16|numbers|2016-02-29|01:16",
                "22-04-2015|numbers|2015-04-22|",
                "04/22/2015 3:05 PM|numbers|2015-04-22|15:05",
                "05-05-2015|numbers|2015-05-05|",
                "22-Apr-15|name|2015-04-22|",
                "22 April 2015, 12:05 am|name|2015-04-22|00:05",
                "Apr 22nd, 2015|name|2015-04-22|",
                "Wed, 22 Apr 2015 10:00:00|name|2015-04-22|10:00",
                "2026年10月3日|han|2026-10-03|",
                "2026年1月3号 下午3点05分|han|2026-01-03|15:05",
                "2026年10月3日 星期六|han|2026-10-03|",
                "26年10月3日 凌晨12:30|han|2026-10-03|00:30",
                "20261003|compact|2026-10-03|",
                "20261003120938|compact|2026-10-03|12:09:38",
                "2026-10-03T12:09:38|ymd|2026-10-03|12:09:38",
                "2026-10-03T12:09:38.123+08:00|ymd|2026-10-03|12:09:38",
                "42429|serial|2016-02-29|",
                "42429.5|serial|2016-02-29|12:00",
                "99-04-15|ymd|1999-04-15|",
            })
    void a_date_of_one_meaning_is_read(String text, String form, LocalDate day, String time) {
        Dated date = read(text);

        assertThat(date.form().key()).isEqualTo(form);
        assertThat(date.certain()).isEqualTo(day);
        assertThat(date.time() == null ? null : date.time().toString()).isEqualTo(time);
    }

    @Test
    void both_meanings_of_two_small_numbers_are_kept() {
        Dated date = read("06-12-2015");

        assertThat(date.ambiguous()).isTrue();
        assertThat(date.certain()).isNull();
        assertThat(date.dayFirst()).isEqualTo(LocalDate.of(2015, 12, 6));
        assertThat(date.monthFirst()).isEqualTo(LocalDate.of(2015, 6, 12));
    }

    @Test
    void a_month_and_a_time_of_day_are_known_for_what_they_are() {
        assertThat(read("2026年10月").month()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(read("2026-10").month()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(read("Oct 2026").month()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(read("03:53:50 PM").time()).hasToString("15:53:50");
        assertThat(read("03:53:50 PM").form()).isEqualTo(Form.TIME);
        assertThat(read("2026-10-03T12:09:38Z").offset()).isEqualTo(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "31/02/2015",
                "32-13-2015",
                "2026-13-01",
                "138****2046",
                "3 - Moderate",
                "1.2.3",
                "24:61",
                "99999"
            })
    void what_is_no_date_is_none(String text) {
        assertThat(dates.read(text, CellKind.TEXT)).isNull();
    }

    @Test
    void years_of_two_digits_lie_up_to_one_year_ahead() {
        assertThat(read("22-Apr-27").certain()).isEqualTo(LocalDate.of(2027, 4, 22));
        assertThat(read("22-Apr-28").certain()).isEqualTo(LocalDate.of(1928, 4, 22));
    }

    @Property(tries = 500)
    void day_and_month_swapped_are_the_other_reading(
            @ForAll @IntRange(min = 1, max = 12) int a, @ForAll @IntRange(min = 1, max = 12) int b) {
        Dated date = read(a + "/" + b + "/2021");
        Dated swapped = read(b + "/" + a + "/2021");

        assertThat(date.dayFirst()).isEqualTo(swapped.monthFirst());
        assertThat(date.monthFirst()).isEqualTo(swapped.dayFirst());
        assertThat(date.ambiguous()).isEqualTo(a != b);
    }
}
