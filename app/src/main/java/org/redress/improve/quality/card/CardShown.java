package org.redress.improve.quality.card;

import java.util.List;
import java.util.Set;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.commitment.Clock;

/**
 * A card with all that belongs to it.
 *
 * @param clocks of the hearing
 * @param may what this reader can do now
 */
public record CardShown(
        QualityCard card, List<TicketId> tickets, List<CardEvent> history, List<Clock> clocks, Set<CardStep> may) {}
