package org.redress.ground.commitment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * An amount of time as a clock counts it.
 *
 * @param time elapsed, or within the hours of the calendar
 * @param workingDays whole working days in it, or null where elapsed time counts
 */
public record Stretch(Duration time, @Nullable Integer workingDays) {

    /** Working days where there is at least one, else hours and minutes; elapsed time over 48 hours in days. */
    public String text(Words words) {
        return workingDays != null && workingDays > 0
                ? words.text("clock.workingdays", workingDays)
                : words.duration(time);
    }
}
