package org.redress.improve.quality.hot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.TicketBoard;
import org.redress.ground.identity.Actor;
import org.redress.ground.notification.Messages;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.redress.improve.quality.FirstTicket;
import org.springframework.stereotype.Component;

/**
 * Covers a customer's personal data in what was said about hot matters, and in what heads were told of them. A ticket may have
 * another place, type or subject by now, so every matter is read that was not over before the first ticket of the customer came
 * in; what else it says stays.
 */
@Component
class HotRedaction implements Redactable {

    private static final Table HOT = new Table("quality.hot", "id", List.of("id"), List.of("words"));

    private final HotRows rows;
    private final TicketBoard board;
    private final FirstTicket first;
    private final CoveredTexts texts;
    private final Messages messages;

    HotRedaction(HotRows rows, TicketBoard board, FirstTicket first, CoveredTexts texts, Messages messages) {
        this.rows = rows;
        this.board = board;
        this.first = first;
        this.texts = texts;
        this.messages = messages;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return first.received(actor.bureau(), board.idsOf(actor, customer))
                .map(since -> redact(actor, since, words))
                .orElse(0);
    }

    private int redact(Actor actor, Instant since, Blackout words) {
        List<UUID> hot = rows.notOverBefore(actor.bureau(), since);
        return texts.cover(actor.bureau(), HOT, hot, words)
                + messages.redact(actor, HotMatters.KIND, hot, words::over, Blackout.COVER);
    }
}
