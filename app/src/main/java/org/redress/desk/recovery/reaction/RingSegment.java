package org.redress.desk.recovery.reaction;

import java.util.Locale;

/** A segment of the drawn ring: five of them from the top on, clockwise, in a field of 116 by 116. */
final class RingSegment {

    private static final double MIDDLE = 58;
    private static final double RADIUS = 48;
    private static final double GAP = 4;
    private static final double ALL = 360.0 / ReactionStep.values().length;

    private RingSegment() {}

    /** The path of the segment at a place from 0 on. */
    static String path(int place) {
        double from = place * ALL + GAP;
        double until = (place + 1) * ALL - GAP;
        return String.format(Locale.ROOT, "M%.1f %.1fA48 48 0 0 1 %.1f %.1f", x(from), y(from), x(until), y(until));
    }

    private static double x(double degrees) {
        return MIDDLE + RADIUS * Math.sin(Math.toRadians(degrees));
    }

    private static double y(double degrees) {
        return MIDDLE - RADIUS * Math.cos(Math.toRadians(degrees));
    }
}
