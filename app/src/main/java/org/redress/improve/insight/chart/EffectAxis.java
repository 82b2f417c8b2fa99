package org.redress.improve.insight.chart;

import java.util.List;

/** Dots with their intervals on one common axis with a line at nought, 460 × 50 each, so that effects can be compared. */
public record EffectAxis(List<Mark> marks, String zero, List<Dot> dots) {

    private static final double LEFT = 30;
    private static final double RIGHT = 430;

    /** A value with its interval. */
    public record Interval(double low, double value, double high) {}

    /** A mark of the axis; its number is not yet in anybody's language. */
    public record Mark(String x, double value, int decimals) {}

    /** A dot and the ends of its interval. */
    public record Dot(String low, String at, String high) {}

    public static EffectAxis of(List<Interval> intervals) {
        double low = intervals.stream().mapToDouble(Interval::low).min().orElse(-1);
        double high = intervals.stream().mapToDouble(Interval::high).max().orElse(1);
        Axis axis = Axis.of(Math.min(low, 0), Math.max(high, 0), 5);
        return new EffectAxis(
                axis.marks().stream()
                        .map(value -> new Mark(x(axis, value), value, axis.decimals()))
                        .toList(),
                x(axis, 0),
                intervals.stream()
                        .map(one -> new Dot(x(axis, one.low()), x(axis, one.value()), x(axis, one.high())))
                        .toList());
    }

    private static String x(Axis axis, double value) {
        return Svg.number(axis.at(value, LEFT, RIGHT));
    }
}
