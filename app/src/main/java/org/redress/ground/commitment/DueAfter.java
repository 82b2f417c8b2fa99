package org.redress.ground.commitment;

import java.time.Instant;
import java.util.UUID;

/** A place in the order of clocks by when they fall due: the last one seen. */
public record DueAfter(Instant dueAt, UUID clock) {

    /** Before all. */
    public static final DueAfter START = new DueAfter(Instant.EPOCH, new UUID(0, 0));
}
