package org.redress.desk.care.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.platform.web.Problem;

@Tag("S5.5")
class RhythmTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 31);

    @Property
    void every_day_lies_in_the_period_that_its_number_names(
            @ForAll @IntRange(min = 0, max = 3000) int days,
            @ForAll @IntRange(min = 1, max = 12) int every,
            @ForAll boolean months) {
        Rhythm rhythm = new Rhythm(every, months ? Rhythm.Unit.MONTHS : Rhythm.Unit.WEEKS);
        LocalDate day = START.plusDays(days);
        int number = rhythm.number(START, day);
        assertThat(rhythm.first(START, number)).isBeforeOrEqualTo(day);
        assertThat(rhythm.first(START, number + 1)).isAfter(day);
    }

    @Test
    void a_month_that_is_too_short_begins_a_period_on_its_last_day() {
        Rhythm monthly = new Rhythm(1, Rhythm.Unit.MONTHS);
        assertThat(monthly.first(START, 1)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(monthly.first(START, 2)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(monthly.number(START, LocalDate.of(2026, 2, 28))).isEqualTo(1);
    }

    @Test
    void there_is_no_period_before_the_start_and_no_rhythm_of_none() {
        assertThat(new Rhythm(2, Rhythm.Unit.WEEKS).number(START, START.minusDays(1)))
                .isEqualTo(-1);
        assertThatThrownBy(() -> new Rhythm(0, Rhythm.Unit.WEEKS)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Rhythm(13, Rhythm.Unit.MONTHS)).isInstanceOf(Problem.class);
    }
}
