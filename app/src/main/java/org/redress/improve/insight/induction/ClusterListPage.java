package org.redress.improve.insight.induction;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Sparkline;

/**
 * Clusters of cases, the largest first.
 *
 * @param looked when they were looked for last, or null
 * @param among how many cases
 * @param since when the oldest of them was closed where older ones were left out, or null
 */
public record ClusterListPage(
        boolean dismissed,
        List<Row> rows,
        @Nullable Instant looked,
        int among,
        @Nullable Instant since,
        @Nullable String next,
        ZoneId zone) {

    /**
     * One of them.
     *
     * @param cause name of the cause that most of its cases have, or empty
     */
    public record Row(Cluster cluster, String cause, Sparkline line) {}
}
