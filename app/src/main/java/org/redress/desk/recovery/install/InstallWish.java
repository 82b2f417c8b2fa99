package org.redress.desk.recovery.install;

import java.time.Instant;
import java.time.LocalDate;
import org.redress.ground.identity.StaffId;

/**
 * A change that would bring more damages than one person may give and waits for somebody else's like wish.
 *
 * @param done the day on which it worked, or was withdrawn
 * @param ours whether the operator answers for a delay
 */
public record InstallWish(InstallId install, StaffId by, LocalDate done, boolean withdrawn, boolean ours, Instant at) {

    /** Whether another is for the same. */
    public boolean like(InstallWish other) {
        return install.equals(other.install)
                && done.equals(other.done)
                && withdrawn == other.withdrawn
                && ours == other.ours;
    }
}
