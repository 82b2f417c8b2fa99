package org.redress.desk.fault;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Clock;

/**
 * A fault with all that belongs to it.
 *
 * @param may what the reader can do with it now
 * @param said what the customer answered to the questions
 */
public record FaultShown(
        Fault fault,
        Line line,
        @Nullable Clock clock,
        @Nullable Waiver waiver,
        List<RepairEvent> history,
        List<Diagnosis.Said> said,
        List<TestedLine> tests,
        Set<RepairStep> may) {}
