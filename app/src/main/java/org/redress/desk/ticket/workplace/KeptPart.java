package org.redress.desk.ticket.workplace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.platform.text.Words;
import org.redress.platform.web.DraftKept;

/**
 * The line below a form that says what is kept of it.
 *
 * @param kept null where nothing has been written
 * @param behind whether the ticket has changed since
 * @param ticket address of the ticket
 * @param discard where one sends what one does not want to keep
 */
public record KeptPart(
        @Nullable DraftKept kept, boolean behind, String ticket, String discard, ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static KeptPart of(
            @Nullable DraftKept kept,
            boolean behind,
            DeskAddress address,
            TicketId ticket,
            String form,
            ZoneId zone,
            Instant now) {
        return new KeptPart(
                kept, behind, address.ticket(ticket), address.form(ticket, "drafts/" + form + "/discard"), zone, now);
    }

    /** The time where it is today's, else the day as well; empty where nothing is kept. */
    public String time(Words words) {
        return switch (kept) {
            case DraftKept.Kept one -> time(words, one.at());
            case DraftKept.Elsewhere one -> time(words, one.at());
            case null, default -> "";
        };
    }

    private String time(Words words, Instant at) {
        return LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone))
                ? TIME.format(at.atZone(zone))
                : words.dateTime(at, zone);
    }
}
