package org.redress.desk.recovery.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reckoned by hand. */
@Tag("S4.1")
class MeasuredTest {

    @Test
    void accuracy_macro_f1_and_calibration_error_of_four_guesses() {
        Measured measured = Measured.of(List.of(
                new Measured.Outcome("a", "a", 0.9),
                new Measured.Outcome("a", "a", 0.92),
                new Measured.Outcome("b", "a", 0.55),
                new Measured.Outcome("b", null, 0)));

        assertThat(measured.accuracy()).isEqualTo(0.5);
        // a: precision 2/3, recall 1, F1 0.8; b: 0
        assertThat(measured.macroF1()).isCloseTo(0.4, within(1e-9));
        // (|0.91 - 1| * 2 + |0.55 - 0| * 1) / 4
        assertThat(measured.error()).isCloseTo((0.18 + 0.55) / 4, within(1e-9));
        assertThat(measured.bins()).extracting(Measured.Bin::from).containsExactly(50, 90);
    }

    @Test
    void nothing_measured_is_nothing_known() {
        assertThat(Measured.of(List.of())).isEqualTo(new Measured(0, 0, 0, 0, List.of()));
    }
}
