package org.redress.desk.recovery.voice;

import java.util.List;
import java.util.Map;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Contacts;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Attempt;
import org.springframework.stereotype.Component;

/** Puts together what pages show of a customer's own voice. */
@Component
public class VoiceViews {

    private final Voices voices;
    private final Tickets tickets;
    private final Contacts contacts;
    private final Staff staff;

    VoiceViews(Voices voices, Tickets tickets, Contacts contacts, Staff staff) {
        this.voices = voices;
        this.tickets = tickets;
        this.contacts = contacts;
        this.staff = staff;
    }

    public VoiceShown of(Actor actor, TicketId id, Attempt attempt) {
        Ticket ticket = tickets.get(actor, id);
        List<Voice> said = voices.of(actor, id);
        List<Contact> spoken = actor.may(Action.READ, "contact") ? contacts.ofTicket(actor, id) : List.of();
        return new VoiceShown(
                id,
                said,
                spoken,
                names(actor, said),
                actor.may(Action.WRITE, Voices.KIND)
                        && tickets.mayWrite(actor, ticket)
                        && ticket.state().open(),
                owed(ticket),
                actor.zone(),
                attempt);
    }

    /** Whether a ticket reports a failure that is in hand. */
    static boolean owed(Ticket ticket) {
        boolean failure = ticket.classified() != null
                || ticket.kind() == TicketKind.COMPLAINT
                || ticket.kind() == TicketKind.FAULT
                || ticket.kind() == TicketKind.BILL_DISPUTE;
        return failure && ticket.state().inHand();
    }

    private Map<StaffId, String> names(Actor actor, List<Voice> said) {
        return staff.names(actor, said.stream().map(Voice::askedBy).toList());
    }
}
