package org.redress.desk.care.station;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be asked next, or bad marks of which nothing has become.
 *
 * @param asking which of the two
 * @param station to which the list is narrowed, or null
 */
public record ReportListPage(
        boolean asking,
        @Nullable Station station,
        List<ReportLine> rows,
        @Nullable String next,
        Instant now,
        ZoneId zone) {}
