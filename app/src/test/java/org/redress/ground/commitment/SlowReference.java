package org.redress.ground.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.ground.commitment.Reckoning.Span;

/** Counts minute by minute, by looking at a clock on the wall. Nothing here is clever, so that nothing here is wrong. */
final class SlowReference {

    private final WorkCalendar calendar;
    private final Map<LocalDate, Integer> minutesOfDays = new HashMap<>();

    SlowReference(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    boolean works(Instant minute) {
        LocalDateTime wall = LocalDateTime.ofInstant(minute, calendar.zone());
        int at = wall.getHour() * 60 + wall.getMinute();
        return calendar.on(wall.toLocalDate()).spells().stream().anyMatch(s -> s.from() <= at && at < s.until());
    }

    static boolean runs(List<Span> spans, Instant minute) {
        return spans.stream()
                .anyMatch(s -> !minute.isBefore(s.from()) && (s.until() == null || minute.isBefore(s.until())));
    }

    long workingMinutes(List<Span> spans, Instant by) {
        long minutes = 0;
        for (Instant m = spans.getFirst().from(); m.isBefore(by); m = m.plusSeconds(60)) {
            if (runs(spans, m) && works(m)) {
                minutes++;
            }
        }
        return minutes;
    }

    long elapsedMinutes(List<Span> spans, Instant by) {
        long minutes = 0;
        for (Instant m = spans.getFirst().from(); m.isBefore(by); m = m.plusSeconds(60)) {
            if (runs(spans, m)) {
                minutes++;
            }
        }
        return minutes;
    }

    /** Each minute worked is the share of its day that it is of that day's minutes. */
    double workingDays(List<Span> spans, Instant by) {
        double days = 0;
        for (Instant m = spans.getFirst().from(); m.isBefore(by); m = m.plusSeconds(60)) {
            if (runs(spans, m) && works(m)) {
                days += 1.0 / minutesOf(calendar.date(m));
            }
        }
        return days;
    }

    private int minutesOf(LocalDate date) {
        return minutesOfDays.computeIfAbsent(date, d -> {
            Instant end = d.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
            int minutes = 0;
            for (Instant m = d.atStartOfDay(calendar.zone()).toInstant(); m.isBefore(end); m = m.plusSeconds(60)) {
                if (works(m)) {
                    minutes++;
                }
            }
            return minutes;
        });
    }
}
