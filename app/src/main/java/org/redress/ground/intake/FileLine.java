package org.redress.ground.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file in the list of those sent in.
 *
 * @param last its newest run for good, else its newest trial, or null
 */
public record FileLine(
        FileId id,
        String name,
        long size,
        long rows,
        Instant receivedAt,
        String receivedBy,
        @Nullable Run last) {}
