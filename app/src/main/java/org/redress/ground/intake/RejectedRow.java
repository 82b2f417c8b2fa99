package org.redress.ground.intake;

import java.util.List;

/** A row that was sent back: where it stood, what it said, why. */
public record RejectedRow(long line, List<String> cells, List<Fault> faults) {}
