package org.redress.desk.ticket;

import java.util.Set;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffDeed;
import org.redress.ground.identity.StaffId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Somebody cannot sign in any more: what they answered for goes to the pool from which anybody takes it, and nobody waits for
 * their answer to an offer.
 */
@Component
class Leavers {

    static final String LEFT = "left";

    private static final int OFFERS = 1000;

    private final TicketRows rows;
    private final TransferRows transfers;
    private final Chronicle chronicle;
    private final Bureaus bureaus;

    Leavers(TicketRows rows, TransferRows transfers, Chronicle chronicle, Bureaus bureaus) {
        this.rows = rows;
        this.transfers = transfers;
        this.chronicle = chronicle;
        this.bureaus = bureaus;
    }

    @EventListener
    void on(StaffDeed done) {
        if (done.deed().equals(StaffDeed.SHUT_OUT)) {
            Actor product = bureaus.command(bureaus.get(done.by().bureau()));
            leave(product, done.about());
        }
    }

    private void leave(Actor product, StaffId person) {
        for (Ticket ticket : rows.leave(product, person)) {
            chronicle.write(
                    product,
                    Happening.of(ticket, LEFT, null, person.value().toString())
                            .touching(ticket.version(), Set.of("responsible", "taken_at")),
                    ticket);
        }
        for (Transfer offer : transfers.waitingFor(product, person, OFFERS)) {
            transfers.end(product, offer, Transfer.Outcome.WITHDRAWN, null);
            rows.offer(product, offer.ticket(), null);
        }
    }
}
