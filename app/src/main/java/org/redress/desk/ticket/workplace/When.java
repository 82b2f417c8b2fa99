package org.redress.desk.ticket.workplace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.redress.platform.text.Words;

/** Moments as the desk says them: the time where it was today, day and time where it was this year, else the year too. */
record When(Words words, ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** The day alone. */
    String day(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return day.getYear() == LocalDate.ofInstant(now, zone).getYear() ? words.monthDay(day) : words.date(day);
    }

    String of(Instant moment) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate day = LocalDate.ofInstant(moment, zone);
        String time = TIME.format(moment.atZone(zone));
        if (day.equals(today)) {
            return words.text("ticket.when.today", time);
        }
        return day.getYear() == today.getYear()
                ? words.text("ticket.when.thisyear", words.monthDay(day), time)
                : words.dateTime(moment, zone);
    }
}
