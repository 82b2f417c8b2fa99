package org.redress.desk.contact;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.party.CustomerCard;

/**
 * A contact as lists show it; personal data masked.
 *
 * @param customer null for an anonymous one, and for a reader who may not know
 * @param ticket in which it is dealt with, else the one that had ended; null where there is none
 */
public record ContactLine(
        Contact contact,
        @Nullable CustomerCard customer,
        String takenBy,
        @Nullable TicketCard ticket) {}
