package org.redress.desk.procedure;

import java.util.UUID;

/** One segment of one ticket. */
public record SegmentId(UUID value) {}
