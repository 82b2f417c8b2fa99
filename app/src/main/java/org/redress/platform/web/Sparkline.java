package org.redress.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A line of the last days without axes, in a field of 100 by 26.
 *
 * @param points of an SVG polyline
 * @param end height of the last point
 */
public record Sparkline(String points, String end) {

    private static final double TOP = 4;
    private static final double BOTTOM = 22;

    /** The line of these values, oldest first; at least one. */
    public static Sparkline of(List<? extends Number> values) {
        double least = values.stream().mapToDouble(Number::doubleValue).min().orElse(0);
        double most = values.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        double step = values.size() < 2 ? 0 : 96.0 / (values.size() - 1);
        StringJoiner points = new StringJoiner(" ");
        String y = text(BOTTOM);
        for (int i = 0; i < values.size(); i++) {
            double share = most == least ? 0.5 : (values.get(i).doubleValue() - least) / (most - least);
            y = text(BOTTOM - share * (BOTTOM - TOP));
            points.add(text(98 - step * (values.size() - 1 - i)) + "," + y);
        }
        return new Sparkline(points.toString(), y);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
