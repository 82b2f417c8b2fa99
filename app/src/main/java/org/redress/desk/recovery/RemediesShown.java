package org.redress.desk.recovery;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;

/**
 * What the ticket's side pane shows of remedies.
 *
 * @param names of the people who gave or took back
 * @param mayGive whether this reader may work on the ticket
 * @param repeated the same failure before, or null
 */
public record RemediesShown(
        TicketId ticket,
        List<Remedy> given,
        Map<StaffId, String> names,
        ZoneId zone,
        CurrencyUnit currency,
        boolean mayGive,
        @Nullable RepeatedFailure repeated) {

    public Money total() {
        return Remedies.total(given, currency);
    }

    public boolean money() {
        return given.stream().anyMatch(remedy -> remedy.stands() && remedy.sum() != null);
    }

    public String name(StaffId staff) {
        return names.getOrDefault(staff, "");
    }

    /** How many decimals a sum may have. */
    public int decimals() {
        return SumTyped.decimals(currency);
    }

    /** The kinds by their place in the order of preference. */
    public Map<Integer, List<RemedyKind>> tiers() {
        return Arrays.stream(RemedyKind.values())
                .collect(Collectors.groupingBy(RemedyKind::tier, TreeMap::new, Collectors.toList()));
    }

    public String path() {
        return RemedyDesk.path(ticket);
    }
}
