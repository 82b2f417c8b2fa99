package org.redress.desk.recovery.install;

import java.time.Instant;
import java.time.LocalDate;
import org.redress.ground.identity.StaffId;

/**
 * A change that would raise the damages and waits for somebody else's like wish.
 *
 * @param done the day on which it worked
 * @param ours whether the operator answers for a delay
 */
public record InstallWish(InstallId install, StaffId by, LocalDate done, boolean ours, Instant at) {}
