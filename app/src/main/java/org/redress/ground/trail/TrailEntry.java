package org.redress.ground.trail;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * One row of the trail.
 *
 * @param deed what was done, e.g. {@code ticket.resolve}
 * @param detail a JSON object
 */
public record TrailEntry(Instant at, StaffId staff, String deed, String detail) {}
