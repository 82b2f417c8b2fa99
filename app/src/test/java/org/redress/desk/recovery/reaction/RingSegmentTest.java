package org.redress.desk.recovery.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S8.5")
class RingSegmentTest {

    @Test
    void five_segments_go_round_once_without_touching_each_other() {
        List<Double> angles = new ArrayList<>();
        for (int place = 0; place < ReactionStep.values().length; place++) {
            List<Double> numbers = Pattern.compile("\\d+\\.\\d")
                    .matcher(RingSegment.path(place))
                    .results()
                    .map(MatchResult::group)
                    .map(Double::valueOf)
                    .toList();
            assertThat(numbers).hasSize(4);
            for (int i = 0; i < 4; i += 2) {
                double x = numbers.get(i) - 58;
                double y = numbers.get(i + 1) - 58;
                assertThat(Math.hypot(x, y)).isCloseTo(48, within(0.2));
                angles.add((Math.toDegrees(Math.atan2(x, -y)) + 360) % 360);
            }
        }
        assertThat(angles).isSorted().doesNotHaveDuplicates();
        assertThat(angles.getFirst()).isCloseTo(4, within(0.3));
        assertThat(angles.getLast()).isCloseTo(356, within(0.3));
    }
}
