package org.redress.desk.fault.page;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Line;
import org.redress.desk.fault.Outage;

/**
 * An outage with the lines that it hit.
 *
 * @param lines how many
 * @param faults how many were reported
 * @param rows some of the lines
 * @param next path of the page with more of them, or null
 */
public record OutagePage(
        Outage outage,
        long lines,
        long faults,
        List<Line> rows,
        Named named,
        @Nullable String next,
        ZoneId zone) {}
