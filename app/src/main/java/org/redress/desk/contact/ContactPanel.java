package org.redress.desk.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    ContactPanel(Contacts contacts, ContactLines lines, Tickets tickets) {
        this.contacts = contacts;
        this.lines = lines;
        this.tickets = tickets;
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
                : Optional.of(new View("contact/panel.jte", Map.of("contacts", all, "zone", actor.zone())));
    }

    @Override
    public Optional<View> above(Actor actor, TicketId ticket) {
        List<ContactLine> waiting = of(actor, ticket).stream()
                .filter(line -> line.contact().outcome() == Outcome.WAITING)
                .toList();
        boolean may = tickets.mayWrite(actor, tickets.get(actor, ticket));
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(
                        "contact/waiting.jte",
                        Map.of(
                                "contacts",
                                waiting,
                                "zone",
                                actor.zone(),
                                "may",
                                may && actor.may(Action.WRITE, "contact"))));
    }

    private List<ContactLine> of(Actor actor, TicketId ticket) {
        return actor.may(Action.READ, Contacts.KIND) ? lines.of(actor, contacts.ofTicket(actor, ticket)) : List.of();
    }
}
