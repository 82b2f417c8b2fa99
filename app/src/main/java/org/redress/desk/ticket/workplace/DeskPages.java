package org.redress.desk.ticket.workplace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.platform.web.NavEntry;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk, alone or with a ticket. */
@Controller
class DeskPages {

    private final Desk desk;
    private final Tickets tickets;
    private final Customers customers;

    DeskPages(Desk desk, Tickets tickets, Customers customers) {
        this.desk = desk;
        this.tickets = tickets;
        this.customers = customers;
    }

    @Bean
    static NavEntry deskFloor() {
        return new NavEntry(20, "desk", "/desk", "headset");
    }

    @GetMapping("/desk")
    ModelAndView list(
            Actor actor, Words words, DeskAddress address, @RequestParam(required = false) @Nullable UUID ticket) {
        return desk.page(actor, words, address, ticket == null ? null : new TicketId(ticket));
    }

    /** A ticket by its id; by its number it leads there, because numbers are what people pass on. */
    @GetMapping({"/tickets/{ticket}", "/desk/tickets/{ticket}"})
    ModelAndView ticket(Actor actor, Words words, DeskAddress address, @PathVariable String ticket) {
        TicketNumber number = TicketNumber.parse(ticket).orElse(null);
        if (number != null) {
            Ticket found = tickets.find(actor, number).orElseThrow(() -> Problem.absent("ticket.absent"));
            return Page.then(address.ticket(found.id()));
        }
        return desk.page(actor, words, address, id(ticket));
    }

    private static TicketId id(String text) {
        try {
            return new TicketId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.absent("ticket.absent");
        }
    }

    /** Shows the customer in full, this once. A POST, because the look leaves a trail. */
    @PostMapping("/tickets/{id}/reveal")
    ModelAndView reveal(Actor actor, Words words, DeskAddress address, @PathVariable UUID id) {
        TicketId ticket = new TicketId(id);
        CustomerId customer = tickets.get(actor, ticket).customer();
        if (customer == null) {
            throw Problem.absent("customer.absent");
        }
        return desk.revealed(actor, words, address, ticket, customers.reveal(actor, customer));
    }
}
