package org.redress.improve.insight.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Coordinates as SVG writes them, and points on a circle. */
final class Svg {

    private Svg() {}

    /** With at most two decimals, a full stop, and no minus before zero. */
    static String number(double value) {
        String text = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        return text.equals("-0") ? "0" : text;
    }

    static String pair(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** The point of a circle, clockwise from the top. */
    static String onCircle(double centre, double radius, double degrees) {
        double angle = Math.toRadians(degrees);
        return pair(centre + radius * Math.sin(angle), centre - radius * Math.cos(angle));
    }

    /** A piece of a ring between two angles (less than half a turn) and two radii. */
    static String band(double centre, double inner, double outer, double from, double to) {
        String out = number(outer) + " " + number(outer);
        String in = number(inner) + " " + number(inner);
        return "M" + onCircle(centre, outer, from) + "A" + out + " 0 0 1 " + onCircle(centre, outer, to) + "L"
                + onCircle(centre, inner, to) + "A" + in + " 0 0 0 " + onCircle(centre, inner, from) + "Z";
    }
}
