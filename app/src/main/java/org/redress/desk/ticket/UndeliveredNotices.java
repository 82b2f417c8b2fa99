package org.redress.desk.ticket;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Message;
import org.redress.ground.notification.MessageChannel;
import org.redress.ground.notification.Messages;
import org.redress.ground.notification.Recipient;
import org.redress.ground.notification.Undelivered;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** Whoever answers for a ticket learns that its customer was not reached, and the history keeps it. */
@Component
class UndeliveredNotices implements OutboxListener {

    private static final String CODE = "ticket.undelivered";

    private final TicketRows rows;
    private final Chronicle chronicle;
    private final Messages messages;
    private final Bureaus bureaus;
    private final Staff staff;

    UndeliveredNotices(TicketRows rows, Chronicle chronicle, Messages messages, Bureaus bureaus, Staff staff) {
        this.rows = rows;
        this.chronicle = chronicle;
        this.messages = messages;
        this.bureaus = bureaus;
        this.staff = staff;
    }

    @Override
    public List<String> topics() {
        return List.of(Undelivered.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        Undelivered lost = Undelivered.read(message.payload());
        if (lost.kind().equals(Reach.KIND)) {
            Actor product = bureaus.command(bureaus.get(new BureauId(message.bureau())));
            rows.list(product, List.of(new TicketId(lost.subject())), Action.READ)
                    .forEach(ticket -> tell(product, ticket, lost));
        }
    }

    private void tell(Actor product, Ticket ticket, Undelivered lost) {
        String what = lost.withheld() ? TicketStory.WITHHELD : TicketStory.UNDELIVERED;
        chronicle.writeQuietly(
                product, Happening.of(ticket, what, null, lost.channel().name()));
        StaffMember reader =
                staff.members(product, List.of(ticket.responsible())).get(ticket.responsible());
        Locale language = reader == null || reader.language() == null ? Words.CHINESE : reader.language();
        Words words = Words.of(language);
        messages.send(
                product,
                new Message(
                        CODE,
                        MessageChannel.IN_APP,
                        language,
                        Recipient.staff(ticket.responsible()),
                        new About(
                                Reach.KIND,
                                ticket.id().value(),
                                ticket.number().toString(),
                                "/tickets/" + ticket.id().value()),
                        CODE + "." + lost.message(),
                        Map.of(
                                "number",
                                ticket.number().toString(),
                                "subject",
                                ticket.subject(),
                                "way",
                                words.text("message.channel." + lost.channel()),
                                "what",
                                words.text("message.code." + lost.code())),
                        false));
    }
}
