package org.redress.desk.recovery.severity;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;
import org.redress.platform.text.Words;

/**
 * Open tickets, the most severe first.
 *
 * @param next where the list goes on, or null
 */
public record SeverityListPage(List<Row> rows, @Nullable String next, ZoneId zone) {

    static final String PATH = "/severity";
    private static final int MOST_REASONS = 3;

    /**
     * A ticket and how severe its failure is.
     *
     * @param older whether it was reckoned by other rules than today's
     */
    public record Row(TicketCard card, Severity severity, boolean older) {

        /** The heaviest addends, in words. */
        public String why(Words words, ZoneId zone) {
            SeverityShown shown = new SeverityShown(severity, zone);
            return severity.addends().stream()
                    .filter(addend -> addend.points() > 0)
                    .sorted(Comparator.comparingInt(Addend::points).reversed())
                    .limit(MOST_REASONS)
                    .map(addend -> words.text(
                            "severity.because",
                            words.text("severity.what." + addend.what()),
                            shown.fact(words, addend),
                            addend.points()))
                    .collect(Collectors.joining(words.text("taxonomy.and")));
        }
    }

    public String path() {
        return PATH;
    }
}
