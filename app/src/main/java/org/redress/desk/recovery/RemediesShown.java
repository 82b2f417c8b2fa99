package org.redress.desk.recovery;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.recovery.duplicate.EarlierCases;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;

/**
 * What the ticket's side pane shows of remedies.
 *
 * @param names of the people who gave or took back
 * @param mayGive whether this reader may work on the ticket
 * @param known what the customer has had for what may be the same failure
 * @param repair whether a repair is to be done, so that it can come first
 * @param form what the form holds: empty, or what came back with its error
 */
public record RemediesShown(
        TicketId ticket,
        List<Remedy> given,
        Map<StaffId, String> names,
        ZoneId zone,
        CurrencyUnit currency,
        boolean mayGive,
        EarlierCases known,
        boolean repair,
        RemedyForm form) {

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

    /** The kinds that can be given here by their place in the order of preference. */
    public Map<Integer, List<RemedyKind>> tiers() {
        return Arrays.stream(RemedyKind.values())
                .filter(kind -> repair || kind != RemedyKind.PRIORITY_REPAIR)
                .collect(Collectors.groupingBy(RemedyKind::tier, TreeMap::new, Collectors.toList()));
    }

    /** Where the form is sent from the page at this address. */
    public String give(String address) {
        return RemedyDesk.give(ticket, list(address));
    }

    /** Where a wish to take back is sent from the page at this address. */
    public String takeBack(Remedy remedy, String address) {
        return RemedyDesk.takeBack(ticket, remedy.id(), list(address));
    }

    private static String list(String address) {
        int query = address.indexOf('?');
        return query < 0 ? "" : address.substring(query);
    }
}
