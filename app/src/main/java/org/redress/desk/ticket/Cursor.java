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
 * {@code a}fter or {@code b}efore, the key, and the id.
 */
record Cursor(boolean back, Key key, UUID id) {

    private static final String NEVER = "never";
    private static final String POINTS = "s";

    /** What a list is sorted by, before the id. */
    sealed interface Key {

        /** As the database compares it. */
        Object bound();

        String text();
    }

    /** Written as microseconds since 1970. */
    record Moment(OffsetDateTime bound) implements Key {

        @Override
        public String text() {
            return bound.equals(Moments.NEVER)
                    ? NEVER
                    : Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, bound.toInstant()));
        }
    }

    /** Points of severity. */
    record Points(Integer bound) implements Key {

        @Override
        public String text() {
            return POINTS + bound;
        }
    }

    Cursor(boolean back, OffsetDateTime at, UUID id) {
        this(back, new Moment(at), id);
    }

    static Cursor parse(String text) {
        String[] parts = text.split("_", -1);
        try {
            if (parts.length == 3 && (parts[0].equals("a") || parts[0].equals("b"))) {
                return new Cursor(parts[0].equals("b"), key(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw forged();
        }
        throw forged();
    }

    private static Key key(String text) {
        if (text.startsWith(POINTS)) {
            return new Points(Integer.valueOf(text.substring(POINTS.length())));
        }
        return new Moment(
                text.equals(NEVER)
                        ? Moments.NEVER
                        : Instant.EPOCH
                                .plus(Long.parseLong(text), ChronoUnit.MICROS)
                                .atOffset(ZoneOffset.UTC));
    }

    /** Where it is a moment; of another list it is refused. */
    OffsetDateTime at() {
        if (key instanceof Moment moment) {
            return moment.bound();
        }
        throw forged();
    }

    static Problem forged() {
        return Problem.invalid("ticket.cursor", null);
    }

    String text() {
        return (back ? "b_" : "a_") + key.text() + "_" + id;
    }
}
