package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.desk.fault.LineTest.Readings;

/** That verdicts follow from electrical values by the limits of the rulebook, one beside the limit and one beyond. */
@Tag("S5.6")
class LineTestSimulatorTest {

    private static final JudgeLinePolicy RULES = new JudgeLinePolicy(new BigDecimal("6"), 50, 20, 400, 52, 30);
    private static final Readings GOOD = new Readings(4_900_000, 18_000, 17_000, 300, 1150, 9);

    private static LineFinding finding(Readings read) {
        return RULES.judge(read).finding();
    }

    @Test
    void a_sound_line_is_good() {
        assertThat(RULES.judge(GOOD)).isEqualTo(new JudgeLinePolicy.Judged(LineFinding.OK, null));
    }

    @ParameterizedTest
    @CsvSource({
        "6000, OK",
        "6001, FOREIGN_VOLTAGE",
        "48000, FOREIGN_VOLTAGE",
    })
    void more_than_so_many_volts_are_foreign(int millivolt, LineFinding expected) {
        assertThat(finding(new Readings(4_900_000, 18_000, 17_000, millivolt, 1150, 9)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"50, 18000, OK", "49, 18000, GROUND", "18000, 49, GROUND", "3, 2, GROUND"})
    void too_little_insulation_of_either_wire_is_earth(int a, int b, LineFinding expected) {
        assertThat(finding(new Readings(4_900_000, a, b, 300, 1150, 9))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"20000, OK", "19999, SHORT", "0, SHORT"})
    void too_small_a_loop_on_the_hook_is_a_short(int ohm, LineFinding expected) {
        assertThat(finding(new Readings(ohm, 18_000, 17_000, 300, 1150, 9))).isEqualTo(expected);
    }

    @Test
    void a_line_that_does_not_reach_its_set_is_open_and_its_capacitance_says_how_far_it_goes() {
        assertThat(finding(new Readings(4_900_000, 18_000, 17_000, 300, 400, 9)))
                .isEqualTo(LineFinding.OK);
        assertThat(RULES.judge(new Readings(4_900_000, 18_000, 17_000, 300, 78, 9)))
                .isEqualTo(new JudgeLinePolicy.Judged(LineFinding.OPEN, 1500));
        assertThat(RULES.judge(new Readings(4_900_000, 18_000, 17_000, 300, 0, 9)))
                .isEqualTo(new JudgeLinePolicy.Judged(LineFinding.OPEN, 0));
    }

    @ParameterizedTest
    @CsvSource({"30, OK", "31, NOISE"})
    void more_noise_than_that_is_noise(int noise, LineFinding expected) {
        assertThat(finding(new Readings(4_900_000, 18_000, 17_000, 300, 1150, noise)))
                .isEqualTo(expected);
    }

    @Test
    void what_makes_the_others_worthless_comes_first() {
        assertThat(finding(new Readings(10, 1, 1, 90_000, 0, 90))).isEqualTo(LineFinding.FOREIGN_VOLTAGE);
        assertThat(finding(new Readings(10, 1, 1, 0, 0, 90))).isEqualTo(LineFinding.GROUND);
        assertThat(finding(new Readings(10, 90, 90, 0, 0, 90))).isEqualTo(LineFinding.SHORT);
        assertThat(finding(new Readings(90_000, 90, 90, 0, 0, 90))).isEqualTo(LineFinding.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "6", "25"})
    void the_limits_are_the_rulebooks(String volt) {
        JudgeLinePolicy other = new JudgeLinePolicy(new BigDecimal(volt), 50, 20, 400, 52, 30);
        int limit = new BigDecimal(volt).movePointRight(3).intValueExact();

        assertThat(other.judge(new Readings(4_900_000, 18_000, 17_000, limit, 1150, 9))
                        .finding())
                .isEqualTo(LineFinding.OK);
        assertThat(other.judge(new Readings(4_900_000, 18_000, 17_000, limit + 1, 1150, 9))
                        .finding())
                .isEqualTo(LineFinding.FOREIGN_VOLTAGE);
    }
}
