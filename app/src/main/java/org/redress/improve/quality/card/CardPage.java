package org.redress.improve.quality.card;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;
import org.redress.improve.quality.QualityNames.Named;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.ClockChip;

/**
 * One card.
 *
 * @param tickets the complaints behind it that the reader may see
 * @param yellows the yellow cards of a red one by their numbers, where the reader may see them
 */
public record CardPage(
        CardShown shown,
        List<TicketCard> tickets,
        Map<String, CardId> yellows,
        @Nullable ClockChip clock,
        Attempt attempted,
        Named named,
        ZoneId zone) {

    public QualityCard card() {
        return shown.card();
    }

    public boolean may(CardStep step) {
        return shown.may().contains(step);
    }

    /** The severities to which somebody can decide, the gravest first. */
    public List<Severity> upTo(Severity most) {
        return java.util.Arrays.stream(Severity.values())
                .filter(one -> one.compareTo(most) <= 0)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }
}
