package org.redress.improve.insight;

import java.time.LocalDate;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Problem;

/**
 * A preventive action as it is written down.
 *
 * @param place empty for the whole bureau
 */
public record NewPrevention(CauseId cause, String what, String measure, String place, StaffId owner, LocalDate dueOn) {

    private static final int LONGEST = 500;

    public NewPrevention {
        what = what.strip();
        measure = measure.strip();
        place = place.strip();
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
