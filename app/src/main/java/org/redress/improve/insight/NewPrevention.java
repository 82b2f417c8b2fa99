package org.redress.improve.insight;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Problem;

/**
 * A preventive action as it is written down.
 *
 * @param place empty for the whole bureau
 * @param cluster of cases because of which it is done, or null
 * @param changes the {@link ChangeTarget} coded, or empty
 */
public record NewPrevention(
        CauseId cause,
        String what,
        String measure,
        String place,
        StaffId owner,
        LocalDate dueOn,
        @Nullable UUID cluster,
        String changes) {

    private static final int LONGEST = 500;

    public NewPrevention {
        what = what.strip();
        measure = measure.strip();
        place = place.strip();
    }

    /** One that comes from no cluster and changes no standard. */
    public NewPrevention(CauseId cause, String what, String measure, String place, StaffId owner, LocalDate dueOn) {
        this(cause, what, measure, place, owner, dueOn, null, "");
    }

    void check() {
        if (what.isEmpty() || what.length() > LONGEST) {
            throw Problem.invalid("prevention.what", "what", LONGEST);
        }
        if (measure.isEmpty() || measure.length() > LONGEST) {
            throw Problem.invalid("prevention.measure", "measure", LONGEST);
        }
    }
}
