package org.redress.ground.commitment;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How many limits passed in a month, and how many of them were kept.
 *
 * @param month in the bureau's zone; it may be running still, then it counts what has passed so far
 * @param kept what was owed was done in time
 * @param late all others; {@code kept + late} is the denominator
 */
public record Attainment(YearMonth month, long kept, long late) {

    public long due() {
        return kept + late;
    }

    /** The share kept in thousandths, rounded down so that nothing looks better than it is; null where none was due. */
    public @Nullable Long perMille() {
        return due() == 0 ? null : kept * 1000 / due();
    }
}
