package org.redress.ground.intake;

import java.util.List;

/**
 * Dates of a column that can be read both ways, where the file itself does not settle it. Shown with its counts and
 * settled by a person.
 *
 * @param prevailing true where the day stands first as far as can be seen
 * @param checks other columns that can settle it, the most telling first
 */
public record DateConflict(
        String field,
        int column,
        Kind kind,
        boolean prevailing,
        FileProfile.Dates dates,
        List<FileProfile.Check> checks) {

    /** Why the order is in doubt. */
    public enum Kind {
        /** Some rows can only have the day first, others only the month. */
        MIXED,
        /** Date cells of a workbook stand among written dates, which a program that knows another order left as they were. */
        CELLS,
        /** No row tells. */
        OPEN,
        /** Some rows fall outside the span of the certain ones, and inside when read the other way round. */
        OUTSIDERS,
        /** A second column contradicts the prevailing order. */
        CONTRADICTED
    }

    /** The rows that would fall inside the span of the certain ones when read the other way round. */
    public long outsiders() {
        FileProfile.Readings readings = dates.readings();
        return prevailing ? readings.swapToMonthFirst() : readings.swapToDayFirst();
    }
}
