package org.redress.ground.commitment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.WorkCalendar.DayChange;

/**
 * What a file of holidays says and what it would change in a calendar.
 *
 * @param source where the holidays were announced
 * @param days in order
 * @param content the file as far as it counts, to be written without being looked for again
 * @param digest of what the file says and of what that changes; another one where either has changed
 */
public record HolidayPreview(String calendar, String source, List<Day> days, String content, String digest) {

    /** @param off false for a day that is worked to make up for another */
    public record Day(LocalDate date, String name, boolean off, Change change) {}

    /** What the calendar says now. */
    public enum Change {
        NEW,
        SAME,
        /** The calendar has this date otherwise; it will be written over. */
        OTHER
    }

    static HolidayPreview of(WorkCalendar calendar, HolidayFile holidays) {
        List<Day> days = holidays.days().stream()
                .map(day -> new Day(
                        day.date(),
                        day.name(),
                        day.off(),
                        difference(calendar.dates().get(day.date()), holidays.change(day))))
                .sorted(Comparator.comparing(Day::date))
                .toList();
        return new HolidayPreview(
                calendar.code(),
                holidays.source(),
                days,
                holidays.content(),
                digest(calendar.code() + "\n" + holidays.source() + "\n" + days));
    }

    private static Change difference(@Nullable DayChange now, DayChange then) {
        if (now == null) {
            return Change.NEW;
        }
        return now.equals(then) ? Change.SAME : Change.OTHER;
    }

    private static String digest(String said) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public long changes() {
        return days.stream().filter(day -> day.change() != Change.SAME).count();
    }
}
