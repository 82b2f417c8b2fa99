package org.redress.desk.contact.reception;

import gg.jte.TemplateEngine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactBoard;
import org.redress.desk.contact.CustomerHoldings;
import org.redress.desk.contact.CustomerPanel;
import org.redress.desk.contact.Drawn;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.ContactDetails;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lays out a customer's file. */
@Component
class CustomerFiles {

    private static final int TICKETS = 50;
    private static final int CONTACTS = 20;

    private final Customers customers;
    private final TicketBoard tickets;
    private final ContactBoard contacts;
    private final ObjectProvider<CustomerPanel> panels;
    private final ObjectProvider<CustomerHoldings.Services> services;
    private final ObjectProvider<CustomerHoldings.Bills> bills;
    private final TemplateEngine templates;

    CustomerFiles(
            Customers customers,
            TicketBoard tickets,
            ContactBoard contacts,
            ObjectProvider<CustomerPanel> panels,
            ObjectProvider<CustomerHoldings.Services> services,
            ObjectProvider<CustomerHoldings.Bills> bills,
            TemplateEngine templates) {
        this.customers = customers;
        this.tickets = tickets;
        this.contacts = contacts;
        this.panels = panels;
        this.services = services;
        this.bills = bills;
        this.templates = templates;
    }

    /**
     * The file of a customer of this bureau.
     *
     * @param taking whether it stands beside a contact that is being taken
     */
    Optional<CustomerFile> find(Actor actor, CustomerId id, @Nullable ContactDetails details, boolean taking) {
        CustomerCard card = customers.cards(actor, List.of(id)).get(id);
        return card == null ? Optional.empty() : Optional.of(of(actor, card, details, taking));
    }

    private CustomerFile of(Actor actor, CustomerCard card, @Nullable ContactDetails details, boolean taking) {
        boolean reading = actor.may(Action.READ, "ticket");
        List<TicketCard> all = reading ? tickets.ofCustomer(actor, card.id(), TICKETS) : List.of();
        CustomerPanel.Asked asked = new CustomerPanel.Asked(card.id(), all, taking);
        CustomerHoldings.Services orders = services.getIfAvailable();
        return new CustomerFile(
                card,
                customers.points(actor, card.id()),
                details,
                actor.may(Action.REVEAL, "customer"),
                orders == null ? null : orders.of(actor, card.id()),
                bills.stream()
                        .map(office -> office.of(actor, card.id()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null),
                all.stream().filter(ticket -> ticket.state().inHand()).toList(),
                all.stream().filter(ticket -> !ticket.state().inHand()).toList(),
                actor.may(Action.READ, "contact") ? contacts.ofCustomer(actor, card.id(), CONTACTS) : List.of(),
                reading ? drawn(panel -> panel.above(actor, asked)) : List.of(),
                reading ? drawn(panel -> panel.show(actor, all)) : List.of(),
                actor.zone());
    }

    private List<Drawn> drawn(Function<CustomerPanel, Optional<CustomerPanel.View>> part) {
        return panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::order))
                .map(part)
                .flatMap(Optional::stream)
                .map(view -> new Drawn(view, templates))
                .toList();
    }
}
