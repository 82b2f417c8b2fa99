package org.redress.improve.insight.robust;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Procedure;

/**
 * Every procedure with how robust it is.
 *
 * @param days of the period
 * @param least how many cases a share needs before it is stated
 * @param until up to when work that is over is counted; null where it never was yet
 */
public record RobustListPage(
        List<Row> rows, int days, int least, @Nullable Instant until, ZoneId zone) {

    /**
     * One procedure in its current version.
     *
     * @param within share of all its segments within their limits
     * @param controls control points
     * @param safe of those, designed to fail safe
     * @param failures returned, refused or late
     */
    public record Row(Procedure procedure, Share within, int controls, int safe, long failures) {}
}
