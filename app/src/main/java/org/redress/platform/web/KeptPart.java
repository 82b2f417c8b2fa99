package org.redress.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * The line below a form that says what is kept of it.
 *
 * @param kept null where nothing has been written
 * @param behind whether what the form is about has changed since
 * @param page on which the draft stands
 */
public record KeptPart(@Nullable DraftKept kept, boolean behind, String page, ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

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
