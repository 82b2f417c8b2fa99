package org.redress.desk.ticket.workplace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.JoinedAnswers;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketStory;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.ContactDetails;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.springframework.stereotype.Component;

/** What a ticket has to do with: its customer and their other tickets, and those that are one matter with it. */
@Component
class Around {

    private static final int EARLIER = 12;

    private final TicketBoard board;
    private final Joins joins;
    private final JoinedAnswers answers;
    private final Customers customers;

    Around(TicketBoard board, Joins joins, JoinedAnswers answers, Customers customers) {
        this.board = board;
        this.joins = joins;
        this.answers = answers;
        this.customers = customers;
    }

    TicketSheet.Customer customer(Actor actor, Ticket ticket, When when, @Nullable ContactDetails details) {
        CustomerId id = ticket.customer();
        if (id == null || !actor.may(Action.READ, "customer")) {
            return new TicketSheet.Customer(null, null, false, "", List.of());
        }
        CustomerCard card = customers.cards(actor, List.of(id)).get(id);
        List<TicketSheet.Earlier> earlier = board.ofCustomer(actor, id, EARLIER).stream()
                .filter(other -> !other.id().equals(ticket.id()))
                .map(other -> new TicketSheet.Earlier(other, StateChip.of(other.state()), when.day(other.receivedAt())))
                .toList();
        return new TicketSheet.Customer(
                card,
                details,
                actor.may(Action.REVEAL, "customer"),
                card == null ? "" : when.day(card.since()),
                earlier);
    }

    TicketSheet.Joined joined(Actor actor, Ticket ticket, TicketStory story) {
        TicketId lead = joins.lead(actor, ticket.id());
        Optional<TicketCard> leading = lead.equals(ticket.id())
                ? Optional.empty()
                : board.cards(actor, List.of(lead)).stream().findFirst();
        JoinedAnswers.Owed owed = answers.owed(actor, ticket.id());
        return new TicketSheet.Joined(
                leading.orElse(null),
                joins.members(actor, ticket.id()),
                joins.proposalsFor(actor, ticket.id()),
                Set.copyOf(owed.joined()),
                owed.seen().text(),
                lastAnswer(story));
    }

    private static String lastAnswer(TicketStory story) {
        return story.entries().stream()
                .filter(TicketStory.Answered.class::isInstance)
                .map(entry -> ((TicketStory.Answered) entry).text())
                .reduce((first, second) -> second)
                .orElse("");
    }
}
