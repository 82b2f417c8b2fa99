package org.redress.desk.recovery.duplicate;

import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.Lineage;
import org.redress.desk.ticket.TicketCard;

/** Whether two failures may be the same by their types as the tickets have them now. */
enum Alike {
    SAME,
    /** The type of one of them is not known. */
    UNKNOWN,
    NO;

    static Alike of(Lineage lineage, @Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return UNKNOWN;
        }
        return lineage.family(one).contains(other) ? SAME : NO;
    }

    /** Of two tickets, where it takes that they were open at the same time if nobody knows the type of one. */
    static boolean atOnce(Lineage lineage, TicketCard one, TicketCard other) {
        return of(lineage, type(one), type(other)) != NO && Neighbours.openAtOnce(one, other);
    }

    /** The type of the failure as it is known: decided, else suggested, else null. */
    static @Nullable String type(TicketCard ticket) {
        return ticket.type() == null ? ticket.suggestedType() : ticket.type();
    }
}
