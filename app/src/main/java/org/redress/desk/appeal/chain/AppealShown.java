package org.redress.desk.appeal.chain;

import java.util.List;
import java.util.Set;
import org.redress.desk.appeal.Happened;
import org.redress.ground.commitment.Clock;

/**
 * An appeal with all that belongs to it.
 *
 * @param may the steps that this reader can take from here
 * @param asks whether this reader may write down what the appellant says now
 */
public record AppealShown(
        Appeal appeal,
        List<ConditionLine> conditions,
        List<Happened> history,
        List<Clock> clocks,
        Set<AppealStep> may,
        boolean asks) {}
