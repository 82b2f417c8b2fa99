package org.redress.improve.insight.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale with round marks (1, 2 or 5 times a power of ten) that holds a range.
 *
 * @param step between two marks
 */
record Axis(double low, double high, double step) {

    /** The axis for a range, with about {@code marks} marks. */
    static Axis of(double low, double high, int marks) {
        double range = high > low ? high - low : 1;
        double rough = range / marks;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * roundUp(rough / power);
        return new Axis(step * Math.floor(low / step), step * Math.ceil((low + range) / step), step);
    }

    private static int roundUp(double multiple) {
        if (multiple <= 1) {
            return 1;
        }
        return multiple <= 2 ? 2 : multiple <= 5 ? 5 : 10;
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        long count = Math.round((high - low) / step);
        for (long i = 0; i <= count; i++) {
            marks.add(low + i * step);
        }
        return marks;
    }

    double at(double value, double from, double to) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** How many decimals a mark needs. */
    int decimals() {
        return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    }
}
