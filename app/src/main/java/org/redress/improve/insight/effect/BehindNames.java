package org.redress.improve.insight.effect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketNumber;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Names what stands behind figures. Figures are of the whole bureau: a case that its reader may not read keeps its line, so that
 * the list is as long as the figure says, and neither its number nor its customer is told.
 */
@Component
class BehindNames {

    private final TicketBoard board;
    private final Customers customers;

    BehindNames(TicketBoard board, Customers customers) {
        this.board = board;
        this.customers = customers;
    }

    /** The names of some cases and customers, for one reader. */
    record Names(Words words, Set<TicketId> readable, Map<CustomerId, CustomerCard> cards) {

        BehindPage.Name ticket(TicketId id, long number) {
            return readable.contains(id)
                    ? new BehindPage.Name("/tickets/" + id.value(), new TicketNumber(number).toString())
                    : hidden();
        }

        BehindPage.Name customer(CustomerId id) {
            CustomerCard card = cards.get(id);
            return card == null
                    ? hidden()
                    : new BehindPage.Name(
                            "/customers/" + id.value(),
                            Objects.requireNonNullElse(
                                    card.name(),
                                    Objects.requireNonNullElse(card.phone(), words.text("followup.nameless"))));
        }

        /** The customer of a case. */
        BehindPage.Name customer(CustomerId id, TicketId of) {
            return readable.contains(of) ? customer(id) : hidden();
        }

        private BehindPage.Name hidden() {
            return new BehindPage.Name(null, words.text("recovery.effect.behind.hidden"));
        }
    }

    Names of(Actor actor, Words words, List<TicketId> tickets, Collection<CustomerId> of) {
        Set<TicketId> readable = tickets.isEmpty() || !actor.may(Action.READ, "ticket")
                ? Set.of()
                : board.cards(actor, tickets).stream().map(TicketCard::id).collect(Collectors.toSet());
        return new Names(words, readable, actor.may(Action.READ, "customer") ? customers.cards(actor, of) : Map.of());
    }
}
