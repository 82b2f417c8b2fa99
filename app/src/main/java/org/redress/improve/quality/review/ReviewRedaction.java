package org.redress.improve.quality.review;

import java.time.Instant;
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
import org.redress.improve.quality.FirstTicket;
import org.springframework.stereotype.Component;

/**
 * Covers a customer's personal data in what lay on the table of meetings, in their minutes and in what they decided. Minutes may
 * name anybody, so every meeting is read that was not over before the first ticket of the customer came in; what else it said
 * stays.
 */
@Component
class ReviewRedaction implements Redactable {

    private static final Table DECISION =
            new Table("quality.decision", "id", List.of("id"), List.of("what", "outcome"));

    private final TicketBoard board;
    private final FirstTicket first;
    private final ReviewRows reviews;
    private final DecisionRows decisions;
    private final CoveredTexts texts;
    private final ClockWords clocks;

    ReviewRedaction(
            TicketBoard board,
            FirstTicket first,
            ReviewRows reviews,
            DecisionRows decisions,
            CoveredTexts texts,
            ClockWords clocks) {
        this.board = board;
        this.first = first;
        this.reviews = reviews;
        this.decisions = decisions;
        this.texts = texts;
        this.clocks = clocks;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        return first.received(actor.bureau(), board.idsOf(actor, customer))
                .map(since -> redact(actor, since, words))
                .orElse(0);
    }

    private int redact(Actor actor, Instant since, Blackout words) {
        List<UUID> made = decisions.notOverBefore(actor.bureau(), since);
        return reviews.cover(actor.bureau(), since, words::over)
                + texts.cover(actor.bureau(), DECISION, made, words)
                + clocks.redact(actor, Reviews.KIND, made, words);
    }
}
