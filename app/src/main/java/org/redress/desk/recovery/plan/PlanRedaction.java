package org.redress.desk.recovery.plan;

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

/** Covers a customer's personal data in why a plan for them is not what was offered. */
@Component
class PlanRedaction implements Redactable {

    private static final CoveredTexts.Table PLAN =
            new CoveredTexts.Table("recovery.plan", "ticket", List.of("id"), List.of("reason"));

    private final CoveredTexts texts;
    private final ObjectProvider<TicketBoard> board;

    PlanRedaction(CoveredTexts texts, ObjectProvider<TicketBoard> board) {
        this.texts = texts;
        this.board = board;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return texts.cover(
                actor.bureau(),
                PLAN,
                board.getObject().idsOf(actor, customer).stream()
                        .map(TicketId::value)
                        .toList(),
                words);
    }
}
