package org.redress.desk.appeal;

import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in their appeals and in what the city's hot line wrote about them. */
@Component
class AppealRedaction implements Redactable {

    private static final int MANY = 1000;

    private static final List<Table> TABLES = List.of(
            new Table("appeal.appeal", "ticket", List.of("id"), List.of("appellant", "reach", "matter", "claim")),
            new Table("appeal.dispatch", "ticket", List.of("id"), List.of("matter")));

    private final TicketBoard board;
    private final CoveredTexts texts;

    AppealRedaction(TicketBoard board, CoveredTexts texts) {
        this.board = board;
        this.texts = texts;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> tickets = board.ofCustomer(actor, customer, MANY).stream()
                .map(TicketCard::id)
                .map(id -> id.value())
                .toList();
        return TABLES.stream()
                .mapToInt(table -> texts.cover(actor.bureau(), table, tickets, words))
                .sum();
    }
}
