package org.redress.desk.recovery;

import java.util.List;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in the notes of what was given on their tickets, with money or without. */
@Component
class RemedyRedaction implements Redactable {

    private static final CoveredTexts.Table NOTE =
            new CoveredTexts.Table("recovery.remedy", "ticket", List.of("id"), List.of("note"));

    private final CoveredTexts texts;
    private final ObjectProvider<TicketBoard> board;

    RemedyRedaction(CoveredTexts texts, ObjectProvider<TicketBoard> board) {
        this.texts = texts;
        this.board = board;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return texts.cover(
                actor.bureau(),
                NOTE,
                board.getObject().idsOf(actor, customer).stream()
                        .map(TicketId::value)
                        .toList(),
                words);
    }
}
