package org.redress.desk.recovery;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.recovery.duplicate.Earlier;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;

/**
 * What the ticket's side pane shows of remedies.
 *
 * @param names of the people who gave or took back
 * @param mayGive whether this reader may work on the ticket
 * @param known what was given for what may be the same failure, the surest first
 * @param form what the form holds: empty, or what came back with its error
 */
public record RemediesShown(
        TicketId ticket,
        List<Remedy> given,
        Map<StaffId, String> names,
        ZoneId zone,
        CurrencyUnit currency,
        boolean mayGive,
        List<Earlier> known,
        RemedyForm form) {

    public Money total() {
        return Remedies.total(given, currency);
    }

    public boolean money() {
        return given.stream().anyMatch(remedy -> remedy.stands() && remedy.sum() != null);
    }

    /** What was given by choice, the surest first. */
    public List<Earlier> earlier() {
        return known.stream().filter(one -> !one.owed()).toList();
    }

    /** What a law owes for it, which anything may be given beside. */
    public List<Earlier> owed() {
        return known.stream().filter(Earlier::owed).toList();
    }

    /** Whether nothing may be given for money, because the failure is compensated already. */
    public boolean twice() {
        return !earlier().isEmpty() && earlier().getFirst().likeness().same();
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
