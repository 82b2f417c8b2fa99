package org.redress.desk.recovery.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.plan.Comparison.Marks;
import org.redress.desk.recovery.plan.Comparison.Side;
import org.redress.desk.recovery.plan.Comparison.Verdict;
import org.redress.platform.text.Words;

@Tag("S4.4")
class ComparisonTest {

    private static final int MINIMUM = 20;

    private static Comparison of(long followed, long failed, long differed, long failedThere) {
        return new Comparison(
                new Side(followed, failed, Marks.NONE), new Side(differed, failedThere, Marks.NONE), MINIMUM, 180);
    }

    @Test
    void a_share_and_a_difference_have_the_intervals_that_the_papers_give() {
        // Newcombe, Statistics in Medicine 17 (1998): 56 of 70 against 48 of 80, method 10: 0.0524 to 0.3339.
        Interval difference = Interval.difference(Interval.share(56, 70), Interval.share(48, 80));
        assertThat(difference.value()).isCloseTo(0.2, within(1e-9));
        assertThat(difference.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.high()).isCloseTo(0.3339, within(5e-5));
        // The same paper on single proportions: 81 of 263, Wilson 0.2553 to 0.3662.
        assertThat(Interval.share(81, 263).low()).isCloseTo(0.2553, within(5e-5));
        assertThat(Interval.share(81, 263).high()).isCloseTo(0.3662, within(5e-5));
    }

    @Test
    void too_few_on_either_side_say_nothing() {
        assertThat(of(19, 0, 500, 400).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(of(500, 0, 19, 19).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(of(500, 0, 19, 19).share(of(500, 0, 19, 19).differed())).isNull();
        assertThat(of(0, 0, 0, 0).difference()).isNull();
    }

    @Test
    void a_difference_is_told_only_where_its_interval_leaves_nothing_out() {
        assertThat(of(100, 30, 100, 8).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(of(100, 8, 100, 30).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(of(100, 20, 100, 24).verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
    }

    @Test
    void a_difference_of_shares_is_told_in_percentage_points() {
        PlanListPage page = new PlanListPage(of(100, 8, 100, 30), List.of(), Map.of(), Map.of(), null, ZoneOffset.UTC);
        assertThat(page.verdict(Words.of(Words.ENGLISH)))
                .contains("+22.0 (+11.", "percentage points")
                .doesNotContain("%");
        assertThat(page.verdict(Words.of(Words.CHINESE)))
                .contains("+22.0", "个百分点")
                .doesNotContain("%");
    }

    @Test
    void marks_are_averaged_where_there_are_enough_and_are_otherwise_absent() {
        Marks twenty = new Marks(20, 80, 320);
        Comparison marked = new Comparison(new Side(20, 0, twenty), new Side(20, 0, new Marks(2, 6, 26)), 20, 180);
        assertThat(marked.marked()).isTrue();
        assertThat(Objects.requireNonNull(marked.mark(marked.followed())).value())
                .isEqualTo(4);
        assertThat(marked.mark(marked.differed())).isNull();
        assertThat(of(30, 3, 30, 3).marked()).isFalse();
        Interval spread = Interval.mean(4, 12, 44, 1, 5);
        assertThat(spread.value()).isEqualTo(3);
        assertThat(spread.low()).isCloseTo(3 - 1.959964 * Math.sqrt(8.0 / 3 / 4), within(1e-6));
    }

    @Property
    void an_interval_holds_its_share_and_lies_between_none_and_all(
            @ForAll @IntRange(min = 1, max = 5000) int all, @ForAll @IntRange(max = 5000) int drawn) {
        int part = drawn % (all + 1);
        Interval share = Interval.share(part, all);
        assertThat(share.low()).isBetween(0.0, share.value());
        assertThat(share.high()).isBetween(share.value(), 1.0);
        Interval difference = Interval.difference(share, Interval.share(all - part, all));
        assertThat(difference.value()).isBetween(difference.low(), difference.high());
        assertThat(difference.low()).isGreaterThanOrEqualTo(-1.0000001);
        assertThat(difference.high()).isLessThanOrEqualTo(1.0000001);
    }
}
