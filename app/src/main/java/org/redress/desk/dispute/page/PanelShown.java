package org.redress.desk.dispute.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.Claim;
import org.redress.desk.ticket.TicketId;

/**
 * The part of a ticket's sheet.
 *
 * @param may whether the reader can mark items
 */
public record PanelShown(TicketId ticket, List<ClaimRow> rows, boolean may, Instant now, ZoneId zone) {

    /** What is held out of dunning for this ticket, or null where nothing is. */
    public @Nullable Money held() {
        return rows.stream()
                .map(ClaimRow::claim)
                .filter(Claim::open)
                .map(Claim::sum)
                .reduce(Money::plus)
                .orElse(null);
    }
}
