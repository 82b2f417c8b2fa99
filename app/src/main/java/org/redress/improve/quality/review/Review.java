package org.redress.improve.quality.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * The review meeting of a week.
 *
 * @param week its Monday
 * @param heldAt null before it is held
 */
public record Review(
        ReviewId id,
        LocalDate week,
        ReviewState state,
        StaffId preparedBy,
        Instant preparedAt,
        @Nullable Instant heldAt,
        String minutes,
        int version) {

    static final int DAYS = 7;

    public LocalDate lastDay() {
        return week.plusDays(DAYS - 1);
    }
}
