package org.redress.desk.ticket;

import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.stereotype.Component;

/** Whoever is asked to take a ticket over hears of it behind the bell. */
@Component
class OfferNotice {

    private static final String CODE = "ticket.offered";

    private final Notices notices;
    private final Bureaus bureaus;

    OfferNotice(Notices notices, Bureaus bureaus) {
        this.notices = notices;
        this.bureaus = bureaus;
    }

    void offered(Actor by, UUID offer, Ticket ticket, StaffMember to) {
        notices.ring(
                bureaus.command(bureaus.get(by.bureau())),
                to,
                new Notice(
                        CODE,
                        new About(
                                Reach.KIND,
                                ticket.id().value(),
                                ticket.number().toString(),
                                "/tickets/" + ticket.id().value()),
                        CODE + "." + offer,
                        words -> Map.of(
                                "number",
                                ticket.number().toString(),
                                "subject",
                                ticket.subject(),
                                "person",
                                by.name())));
    }
}
