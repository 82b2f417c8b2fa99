package org.redress.ground.intake;

import java.util.List;
import java.util.function.UnaryOperator;

/** A row that was sent back: where it stood, what it said, why. */
public record RejectedRow(long line, List<String> cells, List<Fault> faults) {

    RejectedRow covered(UnaryOperator<String> words) {
        return new RejectedRow(
                line,
                cells.stream().map(words).toList(),
                faults.stream().map(fault -> fault.covered(words)).toList());
    }
}
