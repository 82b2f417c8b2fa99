package org.redress.improve.insight;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * The cause of a ticket, as its side pane shows it.
 *
 * @param action where a choice is sent
 * @param offered the causes to choose from; empty where this reader may not choose, or not yet
 * @param now what holds, or null
 * @param earlier what held before, the newest first
 * @param early whether the ticket is not in hand yet
 * @param wanted whether it cannot be closed without a cause
 */
public record CausePanel(
        String action,
        List<Cause> offered,
        @Nullable Line now,
        List<Line> earlier,
        boolean early,
        boolean wanted,
        ZoneId zone) {

    /** When a finding was made, at the bureau. */
    public String at(Line line, Words words) {
        return words.dateTime(line.at(), zone);
    }

    /** One finding, with who made it. */
    public record Line(Cause cause, String note, String by, Instant at) {}
}
