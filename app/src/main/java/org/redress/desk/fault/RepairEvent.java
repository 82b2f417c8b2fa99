package org.redress.desk.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * One step of a work order that was taken.
 *
 * @param unit the repair post after it
 * @param about the cause that was found, by name of {@link FaultCause}, or how the customer was asked, by name of {@link
 *     org.redress.desk.ticket.Channel}; null where neither
 * @param words in those of whoever took it, or of the customer; may be empty
 */
public record RepairEvent(
        FaultId fault,
        RepairStep what,
        UnitId unit,
        @Nullable String about,
        String words,
        StaffId by,
        Instant at) {}
