package org.redress.desk.fault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * A test of a line that somebody has made.
 *
 * @param metres along the line to where it is broken; null where that is not known
 * @param readings null where there is no result
 */
public record TestedLine(
        UUID id,
        LineId line,
        StaffId by,
        Instant at,
        LineFinding finding,
        @Nullable Integer metres,
        LineTest.@Nullable Readings readings) {}
