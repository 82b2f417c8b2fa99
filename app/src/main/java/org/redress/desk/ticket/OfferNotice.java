package org.redress.desk.ticket;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.stereotype.Component;

/** Whoever is asked to take a ticket over, or is given one, hears of it behind the bell. */
@Component
class OfferNotice {

    private static final String OFFERED = "ticket.offered";
    private static final String ASSIGNED = "ticket.assigned";

    private final Notices notices;
    private final Bureaus bureaus;

    OfferNotice(Notices notices, Bureaus bureaus) {
        this.notices = notices;
        this.bureaus = bureaus;
    }

    void offered(Actor by, UUID offer, Ticket ticket, StaffMember to) {
        ring(by, OFFERED, ticket, to, OFFERED + "." + offer, Map.of());
    }

    void assigned(Actor by, Ticket ticket, StaffMember to, String why) {
        ring(by, ASSIGNED, ticket, to, ASSIGNED + "." + ticket.version(), Map.of("reason", why));
    }

    private void ring(Actor by, String code, Ticket ticket, StaffMember to, String occasion, Map<String, String> more) {
        About about = new About(
                Reach.KIND,
                ticket.id().value(),
                ticket.number().toString(),
                "/tickets/" + ticket.id().value());
        Map<String, String> says = new HashMap<>(more);
        says.put("number", ticket.number().toString());
        says.put("subject", ticket.subject());
        says.put("person", by.name());
        notices.ring(bureaus.command(bureaus.get(by.bureau())), to, new Notice(code, about, occasion, words -> says));
    }
}
