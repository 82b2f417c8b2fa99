package org.redress.desk.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Notice;

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

    /** The same, for whoever must know the customer or where it stands. */
    default Optional<View> above(Actor actor, Asked asked) {
        return above(actor, asked.tickets());
    }

    /**
     * Does what was pressed or typed in this part while a contact was taken; what to say of it, or empty where nothing was
     * this part's. Runs in the transaction of the form.
     *
     * @param contact as which the draft will be recorded
     * @param typed every field of the form
     */
    default Optional<Notice> pressed(
            Actor actor, Words words, CustomerId customer, ContactId contact, Map<String, String> typed) {
        return Optional.empty();
    }

    /**
     * Whose file is shown.
     *
     * @param tickets the latest received first
     * @param taking whether it stands within the form in which a contact is taken; then its buttons lead to {@code
     *     /contacts/new/press}
     */
    record Asked(CustomerId customer, List<TicketCard> tickets, boolean taking) {}

    /**
     * A template and what it needs.
     *
     * @param template name under {@code jte}
     * @param model parameters beside the page's {@code shell}
     */
    record View(String template, Map<String, Object> model) {}
}
