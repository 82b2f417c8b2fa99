package org.redress.desk.ticket.workplace;

import java.util.List;
import org.redress.desk.ticket.TicketCard;

/** The tickets that look like one matter and wait for somebody to say whether they are. */
public record JoinsPage(List<Proposal> proposals) {

    /** One proposal, with the moment of the last of them in words. */
    public record Proposal(Line lead, String reason, List<Line> others, String at) {}

    /** One ticket of it, with its moment and person in words. */
    public record Line(TicketCard card, StateChip state, String received, String who) {}
}
