package org.redress.desk.fault.page;

import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.ground.party.CustomerCard;

/**
 * The ticket on which a work order is put.
 *
 * @param customer null where nobody is named
 * @param barred code of the problem that keeps it from getting one, or one on the line that was chosen; null where nothing does
 */
public record Matter(
        Ticket ticket,
        @Nullable CustomerCard customer,
        @Nullable String barred) {}
