package org.redress.improve.quality.hot;

import java.util.List;
import org.redress.desk.ticket.TicketBoard;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in what was said about hot matters to which their tickets belong. */
@Component
class HotRedaction implements Redactable {

    private static final Table HOT = new Table("quality.hot", "id", List.of("id"), List.of("words"));

    private final HotRows rows;
    private final TicketBoard board;
    private final CoveredTexts texts;

    HotRedaction(HotRows rows, TicketBoard board, CoveredTexts texts) {
        this.rows = rows;
        this.board = board;
        this.texts = texts;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return texts.cover(actor.bureau(), HOT, rows.of(actor.bureau(), board.idsOf(actor, customer)), words);
    }
}
