package org.redress.desk.ticket;

import java.util.Map;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.springframework.stereotype.Component;

/** Whoever works on a ticket hears that its source says another state of it; the step is theirs. */
@Component
class SourceBell {

    private static final String CODE = "ticket.told";

    private final Notices notices;
    private final Bureaus bureaus;

    SourceBell(Notices notices, Bureaus bureaus) {
        this.notices = notices;
        this.bureaus = bureaus;
    }

    void ring(Actor by, SourceTicket ticket, SourceTicket.Known before, TicketState says) {
        About about = new About(Reach.KIND, ticket.id, before.number().toString(), "/tickets/" + ticket.id);
        String occasion = CODE + "." + (before.version() + 1);
        notices.ring(
                bureaus.command(bureaus.get(by.bureau())),
                ticket.responsible,
                new Notice(
                        CODE,
                        about,
                        occasion,
                        words -> Map.of(
                                "number",
                                before.number().toString(),
                                "subject",
                                ticket.subject,
                                "state",
                                words.text("ticket.state." + says.name()))));
    }
}
