package org.redress.improve.quality.hot;

import org.redress.ground.identity.UnitId;

/**
 * Complaints of one place, type, unit and span of time.
 *
 * @param span 0 is the window, 1 the span before it, and so on
 */
record Cell(String place, String type, UnitId unit, int span, int count) {

    /** The same, counted as another type. */
    Cell as(String other) {
        return type.equals(other) ? this : new Cell(place, other, unit, span, count);
    }

    boolean of(Matter matter) {
        return matter.holds(new Matter(place, type));
    }
}
