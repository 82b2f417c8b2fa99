package org.redress.desk.ticket.workplace;

import org.redress.desk.ticket.Transfer;

/**
 * An offer of responsibility as a reader sees it.
 *
 * @param from name of whoever answers for the ticket until then
 * @param to name of whoever is asked
 * @param by name of whoever asks
 * @param mine whether the reader is asked
 * @param own whether the reader may take it back
 */
public record OfferShown(Transfer offer, String from, String to, String by, boolean mine, boolean own) {

    /** The address of a form about it. */
    public String form(String act) {
        return "/tickets/" + offer.ticket().value() + "/" + act;
    }
}
