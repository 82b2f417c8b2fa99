package org.redress.desk.contact.reception;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactLine;
import org.redress.desk.contact.CustomerHoldings;
import org.redress.desk.contact.Drawn;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.party.ContactDetails;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.MaskedPoints;

/**
 * What a customer has, was billed and has suffered before, on one place.
 *
 * @param details the customer in full, right after the reader asked for it; null else
 * @param revealing whether the reader may ask
 * @param services null where no system of orders is connected
 * @param billed null where the reader may not see bills
 * @param open tickets in hand, the latest received first
 * @param ended tickets that are resolved or at an end
 * @param above what must be read first
 */
public record CustomerFile(
        CustomerCard card,
        MaskedPoints points,
        @Nullable ContactDetails details,
        boolean revealing,
        @Nullable List<CustomerHoldings.Service> services,
        @Nullable List<CustomerHoldings.Billed> billed,
        List<TicketCard> open,
        List<TicketCard> ended,
        List<ContactLine> contacts,
        List<Drawn> above,
        List<Drawn> beside,
        ZoneId zone) {

    public List<String> phones() {
        return details == null ? points.phones() : details.phones();
    }

    public List<String> emails() {
        return details == null ? points.emails() : details.emails();
    }
}
