package org.redress.platform.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Reads a moment that an address carries. Only those from 1970 until the end of 9999 are taken: any table can compare with
 * them. Parameters of type {@link Instant} are read by it.
 */
public final class MomentTyped {

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private MomentTyped() {}

    /** @throws Problem 400 {@code moment.unreadable} */
    public static Instant read(String text) {
        try {
            Instant moment = Instant.parse(text);
            if (!moment.isBefore(Instant.EPOCH) && moment.isBefore(END)) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            throw Problem.unreadable("moment.unreadable");
        }
        throw Problem.unreadable("moment.unreadable");
    }
}
