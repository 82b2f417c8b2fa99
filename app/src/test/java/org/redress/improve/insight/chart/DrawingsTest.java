package org.redress.improve.insight.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.redress.improve.insight.chart.RingDrawing.Load;

class DrawingsTest {

    private static final List<Load> LOADS =
            List.of(new Load(19, 38, 5), new Load(233, 74, 11), new Load(68, 21, 4), new Load(12, 3, 2));

    @Test
    void the_busiest_station_is_the_thickest_and_late_stands_out_by_five() {
        RingDrawing ring = RingDrawing.of(LOADS, List.of(198, 176, 3, 6));
        assertThat(ring.stations().get(1).arcs())
                .extracting(RingDrawing.Arc::name)
                .containsExactly("ok", "due", "late");
        assertThat(ring.stations().get(1).arcs().getFirst().path())
                .startsWith("M254.93 53.31A163 163 0 0 1 ")
                .contains("A117 117 0 0 0 ");
        assertThat(ring.stations().get(1).arcs().getLast().path())
                .contains("A168 168")
                .contains("A112 112");
        assertThat(ring.stations().getFirst().arcs().getFirst().path()).contains("A150.16 150.16");
        assertThat(ring.flows())
                .extracting(RingDrawing.Flow::name)
                .containsExactly("flow", "flow", "flow", "flow back");
    }

    @Test
    void an_empty_ring_is_drawn_without_a_number_that_is_none() {
        RingDrawing ring = RingDrawing.of(
                List.of(new Load(0, 0, 0), new Load(0, 0, 0), new Load(0, 0, 0), new Load(0, 0, 0)),
                List.of(0, 0, 0, 0));
        assertThat(ring.toString()).doesNotContain("NaN").doesNotContain("∞").doesNotContain("back");
        assertThat(ring.stations())
                .allSatisfy(station -> assertThat(station.arcs())
                        .extracting(RingDrawing.Arc::name)
                        .containsExactly("flow"));
    }

    @Property(tries = 200)
    void the_parts_of_an_arc_fill_it_and_none_that_is_there_vanishes(
            @ForAll @IntRange(max = 5000) int inTime,
            @ForAll @IntRange(max = 5000) int due,
            @ForAll @IntRange(max = 5000) int late) {
        double[] angles = RingDrawing.angles(new Load(inTime, due, late));
        assertThat(Arrays.stream(angles).sum()).isCloseTo(inTime + due + late == 0 ? 0 : 58, within(1e-9));
        assertThat(angles[2] > 1.5).isEqualTo(late > 0);
        assertThat(angles[0] > 1.5).isEqualTo(inTime > 0);
    }

    @Property(tries = 200)
    void an_axis_holds_its_range_with_few_round_marks(
            @ForAll @DoubleRange(min = -1000, max = 0) double low, @ForAll @DoubleRange(max = 1000) double high) {
        Axis axis = Axis.of(low, high, 5);
        assertThat(axis.low()).isLessThanOrEqualTo(low + 1e-9);
        assertThat(axis.high()).isGreaterThanOrEqualTo(high - 1e-9);
        assertThat(axis.marks()).hasSizeBetween(2, 9);
        assertThat(axis.marks()).anySatisfy(mark -> assertThat(mark).isCloseTo(0, within(1e-6)));
    }

    @Property(tries = 200)
    void labels_at_the_ends_of_lines_never_cover_each_other(
            @ForAll @Size(4) List<@DoubleRange(min = 42, max = 280) Double> wanted) {
        double[] placed = TrendLines.apart(wanted.stream().mapToDouble(d -> d).toArray());
        double[] sorted = Arrays.stream(placed).sorted().toArray();
        for (int i = 1; i < sorted.length; i++) {
            assertThat(sorted[i] - sorted[i - 1]).isGreaterThanOrEqualTo(16 - 1e-9);
        }
        assertThat(sorted[3]).isLessThanOrEqualTo(280 + 1e-9);
    }

    @Test
    void effects_share_one_axis_with_nought_on_it() {
        EffectAxis axis = EffectAxis.of(List.of(
                new EffectAxis.Interval(-3.02, -1.91, -0.8),
                new EffectAxis.Interval(-0.77, -0.13, 0.51),
                new EffectAxis.Interval(-2.4, -0.6, 1.2)));
        assertThat(axis.marks()).extracting(EffectAxis.Mark::value).contains(-2.0, 0.0, 1.0);
        assertThat(axis.dots()).extracting(EffectAxis.Dot::at).doesNotHaveDuplicates();
        double zero = Double.parseDouble(axis.zero());
        assertThat(Double.parseDouble(axis.dots().getFirst().high())).isLessThan(zero);
        assertThat(Double.parseDouble(axis.dots().get(1).high())).isGreaterThan(zero);
    }

    @Test
    void an_hour_that_has_not_begun_has_a_band_but_no_bar() {
        HourBars bars = HourBars.of(List.of(new HourBars.Hour(7, 4, 3, 8), new HourBars.Hour(8, null, 10, 20)));
        assertThat(bars.columns().getFirst().barY()).isNotNull();
        assertThat(bars.columns().getLast().barY()).isNull();
        assertThat(bars.columns().getLast().bandHeight()).isEqualTo("42");
        assertThat(bars.width()).isEqualTo(88);
    }
}
