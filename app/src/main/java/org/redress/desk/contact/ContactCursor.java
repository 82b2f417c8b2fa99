package org.redress.desk.contact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.redress.platform.web.Problem;

/**
 * A place in a list: the key of one row, and whether the page lies before it. Written for addresses as {@code a}fter or
 * {@code b}efore, the microseconds since 1970, and the id.
 */
record ContactCursor(boolean back, Instant at, UUID id) {

    static ContactCursor parse(String text) {
        String[] parts = text.split("_", -1);
        try {
            if (parts.length == 3 && (parts[0].equals("a") || parts[0].equals("b"))) {
                return new ContactCursor(
                        parts[0].equals("b"),
                        Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS),
                        UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw Problem.invalid("contact.cursor", null);
        }
        throw Problem.invalid("contact.cursor", null);
    }

    String text() {
        return (back ? "b_" : "a_") + ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
    }
}
