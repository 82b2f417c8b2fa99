package org.redress.desk.fault.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Outage;
import org.redress.desk.fault.OutageId;

/**
 * Outages, the latest first.
 *
 * @param counts how many faults were reported in each
 * @param declaring whether the reader may declare and end them
 * @param credits whether the reader may see what outages bring their customers
 * @param next path of the page after this one, or null
 */
public record OutagesPage(
        List<Outage> rows,
        Map<OutageId, Long> counts,
        List<String> exchanges,
        Named named,
        boolean declaring,
        boolean credits,
        FaultAttempt attempt,
        @Nullable String next,
        ZoneId zone) {

    /** The name of the form in which an outage is ended. */
    public static String ending(UUID outage) {
        return "end-" + outage;
    }
}
