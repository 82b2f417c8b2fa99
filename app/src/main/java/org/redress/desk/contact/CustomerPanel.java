package org.redress.desk.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Actor;

/** A part of the customer's file that another module shows, while a contact is taken too. Contributed as a bean. */
public interface CustomerPanel {

    /** Position, lowest first. */
    int order();

    /** What to show of a customer with these tickets, the latest received first; or empty. */
    Optional<View> show(Actor actor, List<TicketCard> tickets);

    /** What must be read before anything is said to this customer, or empty; it stands above everything else. */
    default Optional<View> above(Actor actor, List<TicketCard> tickets) {
        return Optional.empty();
    }

    /**
     * A template and what it needs.
     *
     * @param template name under {@code jte}
     * @param model parameters beside the page's {@code shell}
     */
    record View(String template, Map<String, Object> model) {}
}
