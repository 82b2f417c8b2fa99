package org.redress.desk.recovery;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;

/** Knows what was decided for customers about their bills: money that reaches them past the ledger. Contributed as a bean. */
public interface DecidedDisputes {

    /** What stands as not owed on these tickets, one for each ticket and currency; one query. */
    List<DecidedDispute> of(Actor actor, Collection<TicketId> tickets);

    /**
     * What stands as not owed on a customer's bills by a decision since a day, one for each ticket and currency; one query.
     *
     * @param since where the bureau is, included
     */
    List<DecidedDispute> of(Actor actor, CustomerId customer, LocalDate since);
}
