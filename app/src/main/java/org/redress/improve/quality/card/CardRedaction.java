package org.redress.improve.quality.card;

import java.util.List;
import java.util.UUID;
import org.redress.desk.ticket.TicketBoard;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.stereotype.Component;

/** Covers a customer's personal data in why cards were given for their complaints, and in what was said to that. */
@Component
class CardRedaction implements Redactable {

    private static final List<Table> TABLES = List.of(
            new Table("quality.card", "id", List.of("id"), List.of("words")),
            new Table("quality.card_step", "card", List.of("seq"), List.of("words")));

    private final QualityCardRows rows;
    private final TicketBoard board;
    private final CoveredTexts texts;
    private final ClockWords clocks;

    CardRedaction(QualityCardRows rows, TicketBoard board, CoveredTexts texts, ClockWords clocks) {
        this.rows = rows;
        this.board = board;
        this.texts = texts;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> cards = rows.about(actor.bureau(), board.idsOf(actor, customer));
        return TABLES.stream()
                        .mapToInt(table -> texts.cover(actor.bureau(), table, cards, words))
                        .sum()
                + clocks.redact(actor, CardRights.KIND, cards, words);
    }
}
