package org.redress.desk.ticket.workplace;

import java.util.UUID;
import org.redress.desk.ticket.TicketId;

/**
 * What every form of a ticket carries.
 *
 * @param id of the ticket, from the path
 * @param version of the ticket that its writer saw
 * @param formKey by which it counts once
 */
record Sent(UUID id, int version, String formKey) {

    TicketId ticket() {
        return new TicketId(id);
    }
}
