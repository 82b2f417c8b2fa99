package org.redress.desk.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketPanel;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.springframework.stereotype.Component;

/** The contacts of a ticket in its side pane; above all else those that wait for a yes. */
@Component
class ContactPanel implements TicketPanel {

    private static final int ORDER = 15;

    private final Contacts contacts;
    private final ContactLines lines;
    private final Tickets tickets;
    private final Feelings feelings;
    private final ContactClocks clocks;

    ContactPanel(Contacts contacts, ContactLines lines, Tickets tickets, Feelings feelings, ContactClocks clocks) {
        this.contacts = contacts;
        this.lines = lines;
        this.tickets = tickets;
        this.feelings = feelings;
        this.clocks = clocks;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> show(Actor actor, TicketId ticket) {
        List<ContactLine> all = of(actor, ticket);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(
                        "contact/panel.jte",
                        Map.of(
                                "contacts",
                                all,
                                "zone",
                                actor.zone(),
                                "may",
                                mayWrite(actor, tickets.get(actor, ticket)))));
    }

    @Override
    public Optional<View> above(Actor actor, TicketId id) {
        if (!actor.may(Action.READ, Contacts.KIND)) {
            return Optional.empty();
        }
        Ticket ticket = tickets.get(actor, id);
        List<Contact> all = contacts.ofTicket(actor, id);
        List<Contact> waiting =
                all.stream().filter(one -> one.outcome() == Outcome.WAITING).toList();
        Contact heated = feelings.heated(actor, ticket, all).orElse(null);
        if (waiting.isEmpty() && heated == null) {
            return Optional.empty();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("contacts", lines.of(actor, waiting));
        model.put("zone", actor.zone());
        model.put("due", clocks.due(actor, waiting));
        model.put("may", mayWrite(actor, ticket));
        if (heated != null) {
            model.put("heated", heated);
        }
        return Optional.of(new View("contact/waiting.jte", model));
    }

    private boolean mayWrite(Actor actor, Ticket ticket) {
        return tickets.mayWrite(actor, ticket) && actor.may(Action.WRITE, Contacts.KIND);
    }

    private List<ContactLine> of(Actor actor, TicketId ticket) {
        return actor.may(Action.READ, Contacts.KIND) ? lines.of(actor, contacts.ofTicket(actor, ticket)) : List.of();
    }
}
