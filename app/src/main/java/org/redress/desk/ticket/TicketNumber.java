package org.redress.desk.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/**
 * The number that people speak, {@code T-1184273}. Its last figure is a Verhoeff check digit, which catches every single
 * wrong figure and every swap of neighbours.
 *
 * @param value serial and check digit
 */
public record TicketNumber(long value) {

    private static final Pattern SPOKEN = Pattern.compile("(?:T\\s*[-–—－]?\\s*)?([1-9]\\d{3,17})");

    public TicketNumber {
        if (!VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(Long.toString(value))) {
            throw new IllegalArgumentException("wrong check digit in " + value);
        }
    }

    /** The number made of a serial from the sequence. */
    static TicketNumber ofSerial(long serial) {
        try {
            String digit = VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(Long.toString(serial));
            return new TicketNumber(serial * 10 + Long.parseLong(digit));
        } catch (CheckDigitException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number as somebody typed it, with or without its letter; empty where it is none or a figure is wrong. */
    public static Optional<TicketNumber> parse(String typed) {
        Matcher figures = SPOKEN.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (!figures.matches() || !VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(figures.group(1))) {
            return Optional.empty();
        }
        return Optional.of(new TicketNumber(Long.parseLong(figures.group(1))));
    }

    @Override
    public String toString() {
        return "T-" + value;
    }
}
