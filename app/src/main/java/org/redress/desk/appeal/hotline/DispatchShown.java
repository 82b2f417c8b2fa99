package org.redress.desk.appeal.hotline;

import java.util.List;
import java.util.Set;
import org.redress.desk.appeal.Happened;
import org.redress.ground.commitment.Clock;

/**
 * A dispatch with all that belongs to it.
 *
 * @param may the steps that this reader can take from here
 */
public record DispatchShown(Dispatch dispatch, List<Happened> history, List<Clock> clocks, Set<DispatchStep> may) {}
