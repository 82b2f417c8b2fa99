package org.redress.desk.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** What was said at a contact: how long it may be and when it can have been. */
final class Spoken {

    /** Characters. */
    static final int LONGEST = 100_000;

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int YEARS_BACK = 20;

    private Spoken() {}

    /** When the customer spoke: not in the future, not longer ago than anybody remembers. */
    static Instant at(@Nullable Instant given, ZoneId zone, Instant now) {
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
