package org.redress.improve.insight.effect;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.ground.party.Segment;

/** What makes customers alike: the month, how many days are looked at, and what they are to the house. */
public record Cell(LocalDate month, int days, String side, String segment, int tenure, int band) {

    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([A-Z_]{1,20})_(\\d{1,2})_(\\d{1,2})");

    /** Months with us, from this one. */
    public long tenureFrom() {
        return (1L << Math.max(0, tenure - 1)) - 1;
    }

    /** Months with us, until before this one. */
    public long tenureUntil() {
        return (1L << tenure) - 1;
    }

    /** What they pay a month, from this. */
    public long paysFrom() {
        return band <= 1 ? 0 : 1L << (band - 1);
    }

    /** What they pay a month, less than this. */
    public long paysUntil() {
        return 1L << band;
    }

    /** As addresses name it. */
    public String key() {
        return month + "_" + segment + "_" + tenure + "_" + band;
    }

    /** Reads a {@link #key}; null where it is none. */
    static @Nullable Cell read(String key, Side side, int days) {
        Matcher parts = KEY.matcher(key);
        try {
            return parts.matches()
                    ? new Cell(
                            LocalDate.parse(parts.group(1)).withDayOfMonth(1),
                            days,
                            side.name(),
                            Segment.valueOf(parts.group(2)).name(),
                            Integer.parseInt(parts.group(3)),
                            Integer.parseInt(parts.group(4)))
                    : null;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Those with whom it is compared. */
    Cell of(String other) {
        return new Cell(month, days, other, segment, tenure, band);
    }

    /** The same whatever the month. */
    Cell anyMonth() {
        return new Cell(LocalDate.EPOCH, days, side, segment, tenure, band);
    }
}
