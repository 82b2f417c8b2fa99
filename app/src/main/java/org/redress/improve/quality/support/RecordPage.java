package org.redress.improve.quality.support;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Attempt;

/**
 * The record of a person.
 *
 * @param own whether the reader is that person
 * @param leads whether the reader leads anybody
 * @param open the right to a break that they have now, or null
 * @param contacts taken lately; for the person only
 */
public record RecordPage(
        Records.Standing standing,
        boolean own,
        boolean leads,
        @Nullable Relief open,
        List<Relief> reliefs,
        List<ContactFact> contacts,
        Map<StaffId, String> names,
        Map<TicketId, TicketCard> tickets,
        Instant now,
        ZoneId zone,
        Attempt attempt) {

    public String name(@Nullable StaffId person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    public String number(TicketId ticket) {
        TicketCard card = tickets.get(ticket);
        return card == null ? "" : card.number().toString();
    }

    public String subject(TicketId ticket) {
        TicketCard card = tickets.get(ticket);
        return card == null ? "" : card.subject();
    }

    /** Whether there is no praise and no blame. */
    public boolean nothing() {
        return standing.praises().isEmpty()
                && standing.recoveries().known() == 0
                && standing.cards().isEmpty()
                && standing.upheld().isEmpty();
    }

    /** Where it is said that one was insulted or threatened in a contact. */
    public String abuse(ContactFact contact) {
        return SupportDesk.MINE + "/contacts/" + contact.contact() + "/abuse";
    }
}
