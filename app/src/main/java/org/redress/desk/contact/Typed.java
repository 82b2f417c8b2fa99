package org.redress.desk.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** What people typed, refused with its field where it cannot be kept as it is. */
final class Typed {

    static final int LONGEST_LINE = 300;
    static final int LONGEST_TEXT = 100_000;
    static final int LONGEST_REASON = 2_000;
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int YEARS_BACK = 20;

    /** What no keyboard types and no screen shows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    private Typed() {}

    /** A text that must be there. */
    static String required(String given, String field, int longest) {
        String text = optional(given, field, longest);
        if (text == null) {
            throw Problem.invalid("contact.text.missing", field);
        }
        return text;
    }

    /** A text that may be missing; null where it is. */
    static @Nullable String optional(@Nullable String given, String field, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (UNSEEN.matcher(given).find()) {
            throw Problem.invalid("contact.text.unseen", field);
        }
        String text = given.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.length() > longest) {
            throw Problem.invalid("contact.text.long", field, longest);
        }
        return text;
    }

    /** When the customer spoke: not in the future, not longer ago than anybody remembers. */
    static Instant spoken(@Nullable Instant given, ZoneId zone, Instant now) {
        if (given == null) {
            return now;
        }
        if (given.isAfter(now.plus(SKEW))
                || given.isBefore(now.atZone(zone).minusYears(YEARS_BACK).toInstant())) {
            throw Problem.invalid("contact.spoken", "spoken", YEARS_BACK);
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }
}
