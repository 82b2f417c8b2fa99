package org.redress.desk.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;

/**
 * A contact as it is taken.
 *
 * @param id of the draft that it was; recorded again under the same id it is the same contact
 * @param words in the customer's own words
 * @param spokenAt when the customer spoke; null for now
 * @param openedAt when the form was opened, for the time that recording took; null where nobody knows
 */
public record NewContact(
        ContactId id,
        Channel channel,
        From from,
        String words,
        Mood mood,
        @Nullable Instant spokenAt,
        @Nullable Instant openedAt,
        Wish wish) {

    /** Who spoke. */
    public sealed interface From {}

    /** A customer on file. */
    public record Known(CustomerId customer) implements From {}

    /** Somebody who is put on file, or is found there by number or mailbox. */
    public record Newcomer(CustomerDraft draft) implements From {}

    /** Somebody who does not say who they are. */
    public record Anonymous() implements From {}

    /** What it is to become. */
    public sealed interface Wish {}

    /** It ends with this answer. */
    public record AnsweredAtOnce(String answer) implements Wish {}

    /**
     * A ticket of a kind.
     *
     * @param subject may be empty; then the beginning of the words stands for it
     */
    public record Ticket(
            TicketKind kind,
            String subject,
            @Nullable String place,
            @Nullable String postalCode) implements Wish {}

    /** It is about a ticket that is there: added to it while that is in hand, else it waits for a person's yes. */
    public record About(TicketId ticket) implements Wish {}
}
