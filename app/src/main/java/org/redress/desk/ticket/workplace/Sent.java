package org.redress.desk.ticket.workplace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;

/**
 * What every form of a ticket carries.
 *
 * @param id of the ticket, from the path
 * @param version of the ticket that its writer saw
 * @param formKey by which it counts once
 * @param seen the version of the draft that stood in it; null where there was none
 */
record Sent(UUID id, int version, String formKey, @Nullable Long seen) {

    TicketId ticket() {
        return new TicketId(id);
    }
}
