package org.redress.improve.insight;

import java.time.Instant;
import org.redress.ground.identity.StaffId;

/**
 * What somebody found to be the cause of a ticket.
 *
 * @param note why; may be empty
 */
public record Finding(CauseId cause, String note, StaffId by, Instant at) {}
