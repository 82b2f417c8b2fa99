package org.redress.desk.care.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S5.5")
class EstimateTest {

    @Test
    void the_quantile_is_student_s() {
        assertThat(Estimate.student(5)).isCloseTo(2.5706, within(0.01));
        assertThat(Estimate.student(9)).isCloseTo(2.2622, within(0.002));
        assertThat(Estimate.student(29)).isCloseTo(2.0452, within(0.001));
    }

    @Test
    void a_mean_stands_in_the_middle_of_its_interval() {
        // 3 4 4 5 2 4 3 5 4 4: mean 3.8, standard deviation 0.9189
        Estimate mean = Estimate.of(QuestionKind.MARK, 10, 38, 152);
        assertThat(mean.value()).isCloseTo(3.8, within(1e-9));
        assertThat(mean.low()).isCloseTo(3.8 - 2.2622 * 0.9189 / Math.sqrt(10), within(0.002));
        assertThat(mean.high()).isCloseTo(3.8 + 2.2622 * 0.9189 / Math.sqrt(10), within(0.002));
    }

    @Test
    void an_interval_never_leaves_the_marks_there_are_and_one_answer_says_nothing() {
        assertThat(Estimate.of(QuestionKind.MARK, 2, 6, 26).low()).isEqualTo(1);
        assertThat(Estimate.of(QuestionKind.MARK, 2, 6, 26).high()).isEqualTo(5);
        assertThat(Estimate.of(QuestionKind.MARK, 1, 4, 16).low()).isEqualTo(1);
        assertThat(Estimate.of(QuestionKind.YES_GOOD, 10, 10, 10).high()).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_share_has_wilson_s_interval() {
        Estimate share = Estimate.of(QuestionKind.NO_GOOD, 10, 3, 3);
        assertThat(share.value()).isCloseTo(0.3, within(1e-9));
        assertThat(share.low()).isCloseTo(0.1078, within(0.0005));
        assertThat(share.high()).isCloseTo(0.6032, within(0.0005));
    }

    @Test
    void an_answer_is_bad_at_the_limit_or_on_the_bad_side() {
        assertThat(QuestionKind.MARK.bad(2, 2)).isTrue();
        assertThat(QuestionKind.MARK.bad(3, 2)).isFalse();
        assertThat(QuestionKind.YES_GOOD.bad(0, 2)).isTrue();
        assertThat(QuestionKind.YES_GOOD.bad(1, 2)).isFalse();
        assertThat(QuestionKind.NO_GOOD.bad(1, 2)).isTrue();
        assertThat(QuestionKind.NO_GOOD.bad(0, 2)).isFalse();
    }
}
