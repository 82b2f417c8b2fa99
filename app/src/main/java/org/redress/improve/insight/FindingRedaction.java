package org.redress.improve.insight;

import java.util.List;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what was noted with the causes of their tickets, the older findings too. */
@Component
class FindingRedaction implements Redactable {

    private static final Table FINDING =
            new Table("insight.finding", "ticket", List.of("ticket", "sequence"), List.of("note"));

    private final TicketBoard board;
    private final CoveredTexts texts;

    FindingRedaction(TicketBoard board, CoveredTexts texts) {
        this.board = board;
        this.texts = texts;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return texts.cover(
                actor.bureau(),
                FINDING,
                board.idsOf(actor, customer).stream().map(TicketId::value).toList(),
                words);
    }
}
