package org.redress.ground.commitment;

import java.time.Instant;
import org.redress.ground.identity.StaffId;
import org.redress.ground.rulebook.Limit;

/**
 * That a clock was given another limit.
 *
 * @param before the limit by which it had run until then
 */
public record LimitChange(Limit before, Instant at, StaffId by) {}
