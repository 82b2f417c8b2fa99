package org.redress.desk.care.station;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Figure;

/**
 * The page of the room.
 *
 * @param used how preferences are used; null for whoever may not read them
 * @param open bad marks of which nothing has become, the oldest first
 * @param founding whether the reader may found a station
 */
public record CarePage(
        @Nullable Figure used,
        List<ReportLine> open,
        List<Row> stations,
        boolean ended,
        boolean founding,
        @Nullable String next,
        ZoneId zone) {

    /** A station with the name of its keeper. */
    public record Row(Station station, String keeper) {}
}
