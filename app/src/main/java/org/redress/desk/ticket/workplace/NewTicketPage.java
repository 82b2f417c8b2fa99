package org.redress.desk.ticket.workplace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new ticket.
 *
 * @param faults what is wrong, by field; empty for a fresh form
 * @param latest the latest moment that can be told, as the browser writes it
 */
public record NewTicketPage(NewTicketForm form, Map<String, String> faults, String latest) {

    public @Nullable String fault(String field) {
        return faults.get(field);
    }
}
