package org.redress.desk.recovery;

import java.util.List;
import java.util.UUID;
import org.redress.desk.recovery.reaction.Reactions;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.ClockWords;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Blackout;
import org.redress.ground.party.CoveredTexts;
import org.redress.ground.party.CoveredTexts.Table;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Redactable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Covers a customer's personal data in what stands with the recovery of their tickets: what they said would put it right, why
 * a plan is not what was offered, what was said with the steps of the reaction, and the notes of what was given, with money or
 * without.
 */
@Component
class RecoveryRedaction implements Redactable {

    private static final String TICKET = "ticket";
    private static final List<Table> TABLES = List.of(
            new Table("recovery.voice", TICKET, List.of("id"), List.of("words")),
            new Table("recovery.plan", TICKET, List.of("id"), List.of("reason")),
            new Table("recovery.reaction_step", TICKET, List.of(TICKET, "round", "step"), List.of("words")),
            new Table("recovery.remedy", TICKET, List.of("id"), List.of("note")));

    private final CoveredTexts texts;
    private final ClockWords clocks;
    private final ObjectProvider<TicketBoard> board;

    RecoveryRedaction(CoveredTexts texts, ClockWords clocks, ObjectProvider<TicketBoard> board) {
        this.texts = texts;
        this.clocks = clocks;
        this.board = board;
    }

    @Override
    public int redact(Actor actor, CustomerId customer, Blackout words) {
        List<UUID> tickets = board.getObject().idsOf(actor, customer).stream()
                .map(TicketId::value)
                .toList();
        return TABLES.stream()
                        .mapToInt(table -> texts.cover(actor.bureau(), table, tickets, words))
                        .sum()
                + clocks.redact(actor, Reactions.KIND, tickets, words);
    }
}
