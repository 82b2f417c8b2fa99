package org.redress.desk.ticket;

import java.util.Map;
import java.util.Optional;
import org.redress.ground.identity.Actor;

/** A part of the ticket's side pane that another module shows. Contributed as a bean. */
public interface TicketPanel {

    /** Position, lowest first. */
    int order();

    /** What to show for this ticket and reader, or empty. */
    Optional<View> show(Actor actor, TicketId ticket);

    /** What must be read before anything is done with this ticket, or empty; it stands above everything else. */
    default Optional<View> above(Actor actor, TicketId ticket) {
        return Optional.empty();
    }

    /**
     * A template and what it needs.
     *
     * @param template name under {@code jte}, e.g. {@code recovery/remedies.jte}
     * @param model parameters beside the page's {@code shell}
     */
    record View(String template, Map<String, Object> model) {}
}
