package org.redress.improve.quality.hot;

import org.redress.ground.identity.UnitId;

/**
 * Complaints of one place, type or else subject, unit and span of time.
 *
 * @param subject of those without a type, see {@link Matter}; empty for others, {@link #UNKNOWN} where nobody has told
 * @param span 0 is the window, 1 the span before it, and so on
 */
record Cell(String place, String type, String subject, UnitId unit, int span, int count) {

    static final String UNKNOWN = "?";

    /** The same, counted as another type. */
    Cell as(String other) {
        return type.equals(other) ? this : new Cell(place, other, subject, unit, span, count);
    }

    boolean named() {
        return !subject.isEmpty() && !subject.equals(UNKNOWN);
    }

    boolean of(Matter matter) {
        return matter.holds(new Matter(place, type, subject));
    }
}
