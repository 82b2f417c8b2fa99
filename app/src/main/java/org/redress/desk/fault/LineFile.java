package org.redress.desk.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.UnitId;

/**
 * All that the fault desk knows of a line.
 *
 * @param outage of its exchange, open now, or null
 * @param open the fault that is under repair, or null
 * @param repairs within so many days, the latest first
 * @param days by the rule {@code fault.repeat}
 * @param tests the latest first
 * @param post the unit that repairs what its exchange serves, or null
 */
public record LineFile(
        Line line,
        @Nullable Outage outage,
        @Nullable Fault open,
        List<Fault> repairs,
        int days,
        List<TestedLine> tests,
        @Nullable UnitId post) {}
