package org.redress.desk.recovery.duplicate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.recovery.Lineage;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Tickets that may tell of the same failure as another one. */
@Component
class Neighbours {

    private static final String WINDOW = "duplicate.window";

    private final Joins joins;
    private final TicketBoard board;
    private final Compensations ledger;
    private final Rulebook rulebook;
    private final Bureaus bureaus;
    private final FailureTypes types;

    Neighbours(
            Joins joins,
            TicketBoard board,
            Compensations ledger,
            Rulebook rulebook,
            Bureaus bureaus,
            FailureTypes types) {
        this.joins = joins;
        this.board = board;
        this.ledger = ledger;
        this.rulebook = rulebook;
        this.bureaus = bureaus;
        this.types = types;
    }

    /** The first day of the rulebook's window. */
    LocalDate since(Actor actor) {
        LocalDate today = ledger.today(actor);
        return today.minusDays(rulebook.days(actor.bureau(), WINDOW, today));
    }

    /** Those that are joined with each, itself among them. */
    Map<TicketId, Set<TicketId>> joined(Actor actor, Collection<TicketId> tickets) {
        return joins.joined(actor, tickets.stream().distinct().toList());
    }

    /** Those that were parted within the window from one that is joined with each. */
    Map<TicketId, Set<TicketId>> parted(Actor actor, Map<TicketId, Set<TicketId>> joined) {
        return joins.parted(
                actor, joined, since(actor).atStartOfDay(actor.zone()).toInstant());
    }

    /** When tickets came and were closed and what failed, whoever asks: who gives has to know. */
    Map<TicketId, TicketCard> cards(BureauId bureau, Collection<TicketId> tickets) {
        return tickets.isEmpty()
                ? Map.of()
                : board.cards(bureaus.command(bureaus.get(bureau)), tickets).stream()
                        .collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }

    /** Which types of failure have become which. */
    Lineage lineage(BureauId bureau) {
        return types.taxonomy(bureau).lineage();
    }

    /** Whether neither was closed before the other came in: one failure may have been told twice. */
    static boolean openAtOnce(TicketCard one, TicketCard other) {
        return !closedBefore(one, other.receivedAt()) && !closedBefore(other, one.receivedAt());
    }

    private static boolean closedBefore(TicketCard ticket, Instant moment) {
        return ticket.closedAt() != null && !ticket.closedAt().isAfter(moment);
    }
}
