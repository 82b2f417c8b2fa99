package org.redress.desk.contact;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.springframework.stereotype.Component;

/** Puts names to the ids of contacts: a fixed number of queries for any number of rows. */
@Component
class ContactLines {

    private final Customers customers;
    private final Staff staff;
    private final TicketBoard board;

    ContactLines(Customers customers, Staff staff, TicketBoard board) {
        this.customers = customers;
        this.staff = staff;
        this.board = board;
    }

    List<ContactLine> of(Actor actor, List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        Map<StaffId, StaffMember> people =
                staff.members(actor, contacts.stream().map(Contact::takenBy).toList());
        Map<CustomerId, CustomerCard> known = known(actor, contacts);
        Map<TicketId, TicketCard> tickets = tickets(actor, contacts);
        return contacts.stream()
                .map(one -> new ContactLine(
                        one,
                        one.customer() == null ? null : known.get(one.customer()),
                        people.containsKey(one.takenBy())
                                ? people.get(one.takenBy()).name()
                                : "",
                        one.matter().about() == null
                                ? null
                                : tickets.get(one.matter().about())))
                .toList();
    }

    private Map<CustomerId, CustomerCard> known(Actor actor, List<Contact> contacts) {
        return actor.may(Action.READ, "customer")
                ? customers.cards(
                        actor,
                        contacts.stream()
                                .map(Contact::customer)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                : Map.of();
    }

    private Map<TicketId, TicketCard> tickets(Actor actor, List<Contact> contacts) {
        return actor.may(Action.READ, "ticket")
                ? board
                        .cards(
                                actor,
                                contacts.stream()
                                        .map(one -> one.matter().about())
                                        .filter(Objects::nonNull)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(TicketCard::id, Function.identity()))
                : Map.of();
    }
}
