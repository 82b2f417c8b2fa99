package org.redress.desk.recovery.followup;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.ClockChip;

/**
 * A list of questionnaires.
 *
 * @param runs whether the reader may look at runs of credits
 */
public record FollowUpListPage(
        FollowUpLists.View view, List<Row> rows, @Nullable String next, boolean runs, ZoneId zone) {

    /**
     * A line.
     *
     * @param number of the ticket, or empty
     * @param subject of the ticket, or the place of a run, or empty
     * @param person who calls, or empty
     * @param why what gives reason to call, or empty
     * @param clock of the call, or null
     */
    public record Row(
            FollowUp one,
            String number,
            String subject,
            String customer,
            String person,
            String why,
            @Nullable ClockChip clock) {}
}
