package org.redress.desk.appeal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.springframework.stereotype.Component;

/** Puts names to people and numbers to tickets. */
@Component
public class AppealNames {

    private final Staff staff;
    private final TicketBoard board;

    AppealNames(Staff staff, TicketBoard board) {
        this.staff = staff;
        this.board = board;
    }

    /** The people and tickets of a page; a ticket that the reader may not see is not among them. */
    public record Named(Map<StaffId, String> people, Map<TicketId, TicketCard> tickets) {

        public String person(StaffId id) {
            return people.getOrDefault(id, "");
        }

        /** As people say it. */
        public String ticket(TicketId id) {
            TicketCard card = tickets.get(id);
            return card == null ? "" : card.number().toString();
        }
    }

    public Named of(Actor actor, Collection<StaffId> people, Collection<TicketId> tickets) {
        return new Named(
                staff.names(actor, people),
                board.cards(actor, tickets).stream().collect(Collectors.toMap(TicketCard::id, card -> card)));
    }
}
