package org.redress.improve.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which preventive actions a list holds.
 *
 * @param dueFrom only those due on this day or later
 * @param dueBefore only those due before this day
 * @param openedFrom only those opened from this moment on
 */
public record PreventionFilter(
        Set<PreventionState> states,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBefore,
        @Nullable Instant openedFrom) {

    public static final PreventionFilter OPEN =
            new PreventionFilter(EnumSet.of(PreventionState.PLANNED, PreventionState.RUNNING), null, null, null);
    public static final PreventionFilter ALL =
            new PreventionFilter(EnumSet.allOf(PreventionState.class), null, null, null);
}
