package org.redress.desk.recovery.reaction;

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

/** Covers a customer's personal data in what was said with the steps of the reaction. */
@Component
class ReactionRedaction implements Redactable {

    private static final CoveredTexts.Table STEP = new CoveredTexts.Table(
            "recovery.reaction_step", "ticket", List.of("ticket", "round", "step"), List.of("words"));

    private final CoveredTexts texts;
    private final ObjectProvider<TicketBoard> board;

    ReactionRedaction(CoveredTexts texts, ObjectProvider<TicketBoard> board) {
        this.texts = texts;
        this.board = board;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return texts.cover(
                actor.bureau(),
                STEP,
                board.getObject().idsOf(actor, customer).stream()
                        .map(TicketId::value)
                        .toList(),
                words);
    }
}
