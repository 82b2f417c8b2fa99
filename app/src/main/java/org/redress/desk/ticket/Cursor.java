package org.redress.desk.ticket;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.redress.platform.web.Problem;

/**
 * A place in a list: the key of one row, and whether the page lies after it or before it. Written for addresses as
 * {@code a}fter or {@code b}efore, the microseconds since 1970, and the id.
 */
record Cursor(boolean back, OffsetDateTime at, UUID id) {

    private static final String NEVER = "never";

    static Cursor parse(String text) {
        String[] parts = text.split("_", -1);
        try {
            if (parts.length == 3 && (parts[0].equals("a") || parts[0].equals("b"))) {
                return new Cursor(parts[0].equals("b"), moment(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw Problem.invalid("ticket.cursor", null);
        }
        throw Problem.invalid("ticket.cursor", null);
    }

    private static OffsetDateTime moment(String text) {
        return text.equals(NEVER)
                ? Moments.NEVER
                : Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    String text() {
        String moment = at.equals(Moments.NEVER)
                ? NEVER
                : Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()));
        return (back ? "b_" : "a_") + moment + "_" + id;
    }
}
