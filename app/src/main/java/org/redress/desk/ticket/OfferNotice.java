package org.redress.desk.ticket;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Whoever is asked to take a ticket over hears of it behind the bell. */
@Component
class OfferNotice {

    private static final String CODE = "ticket.offered";

    private final Messages messages;
    private final Bureaus bureaus;

    OfferNotice(Messages messages, Bureaus bureaus) {
        this.messages = messages;
        this.bureaus = bureaus;
    }

    void offered(Actor by, UUID offer, Ticket ticket, StaffMember to) {
        Locale language = to.language() == null ? Words.CHINESE : to.language();
        messages.send(
                bureaus.command(bureaus.get(by.bureau())),
                new Message(
                        CODE,
                        MessageChannel.IN_APP,
                        language,
                        Recipient.staff(to.id()),
                        new About(
                                Reach.KIND,
                                ticket.id().value(),
                                ticket.number().toString(),
                                "/tickets/" + ticket.id().value()),
                        CODE + "." + offer,
                        Map.of("number", ticket.number().toString(), "subject", ticket.subject(), "person", by.name()),
                        false));
    }
}
