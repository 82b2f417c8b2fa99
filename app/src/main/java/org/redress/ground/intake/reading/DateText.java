package org.redress.ground.intake.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.sheet.CellKind;

/** Reads dates and hours as files write them. */
public final class DateText {

    private static final int CASES = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String MONTH = "(?<name>" + Lexicon.anyMonth() + ")\\.?";
    private static final String YEAR = "(?<y>\\d{4}|\\d{2})";

    private static final Pattern CLOCK = Pattern.compile(
            "(?<before>" + Lexicon.any("morning") + "|" + Lexicon.any("afternoon") + "|" + Lexicon.any("noon")
                    + ")?\\s*(?<h>\\d{1,2})\\s*(?:[:\uff1a]|" + Lexicon.any("hour") + ")\\s*(?<m>\\d{1,2})"
                    + "(?:\\s*(?:[:\uff1a]|" + Lexicon.any("minute")
                    + ")\\s*(?<s>\\d{1,2})(?:[.,](?<f>\\d{1,9}))?)?\\s*(?:"
                    + Lexicon.any("minute") + "|" + Lexicon.any("second") + ")?\\s*(?<after>"
                    + Lexicon.any("morning") + "|" + Lexicon.any("afternoon")
                    + ")?\\s*(?<zone>Z|[+-]\\d{2}:?\\d{2})?$",
            CASES);
    private static final Pattern WEEKDAY = Pattern.compile(
            "^" + Lexicon.any("weekday") + "[,\\s]+|[,\\s(]*" + Lexicon.any("weekday") + "[)]?$", CASES);

    private static final Pattern YMD = Pattern.compile("(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.]" + YEAR);
    private static final Pattern DAY_NAME =
            Pattern.compile("(?<d>\\d{1,2})(?:st|nd|rd|th)?[-/ .]?\\s*" + MONTH + "[-/ .,]*" + YEAR, CASES);
    private static final Pattern NAME_DAY =
            Pattern.compile(MONTH + "[-/ ]*(?<d>\\d{1,2})(?:st|nd|rd|th)?[, -]+" + YEAR, CASES);
    private static final Pattern HAN = Pattern.compile(YEAR + "\\s*" + Lexicon.any("year") + "\\s*(?<m>\\d{1,2})\\s*"
            + Lexicon.any("month") + "\\s*(?<d>\\d{1,2})\\s*" + Lexicon.any("day") + "?");
    private static final Pattern COMPACT =
            Pattern.compile("(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})(?:(?<h>\\d{2})(?<i>\\d{2})(?<s>\\d{2})?)?");
    private static final Pattern MONTH_ONLY = Pattern.compile(
            "(?<y>\\d{4})(?:[-/.]|\\s*" + Lexicon.any("year") + "\\s*)(?<m>\\d{1,2})\\s*" + Lexicon.any("month") + "?");
    private static final Pattern NAME_ONLY = Pattern.compile(MONTH + "[-/ ,]*" + YEAR, CASES);
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");

    private final int pivot;

    /** @param thisYear by which years of two digits are placed: up to the next one they are of this century */
    public DateText(int thisYear) {
        this.pivot = thisYear + 1;
    }

    /** The cell as a date, a month, or a time of day; null where it is none. */
    public @Nullable Dated read(String cell, CellKind kind) {
        String text = cell.strip();
        if (text.length() < 4 || text.length() > 40) {
            return null;
        }
        try {
            if (SERIAL.matcher(text).matches()) {
                return serial(text);
            }
            return kind == CellKind.NUMBER && text.length() < 8 ? null : written(text, kind);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Dated written(String text, CellKind kind) {
        String rest = text;
        LocalTime time = null;
        ZoneOffset offset = null;
        Matcher clock = CLOCK.matcher(rest);
        if (clock.find()) {
            time = time(clock);
            offset = clock.group("zone") == null ? null : ZoneOffset.of(clock.group("zone"));
            rest = rest.substring(0, clock.start()).strip();
            rest = rest.endsWith("T") || rest.endsWith(",")
                    ? rest.substring(0, rest.length() - 1).strip()
                    : rest;
        }
        if (rest.isEmpty()) {
            return new Dated(Form.TIME, null, null, null, time, null);
        }
        Dated date = date(WEEKDAY.matcher(rest).replaceAll("").strip(), time, offset);
        return date != null && kind == CellKind.DATE
                ? new Dated(Form.CELL, date.dayFirst(), date.monthFirst(), date.month(), date.time(), date.offset())
                : date;
    }

    private @Nullable Dated date(String text, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
        Matcher m = YMD.matcher(text);
        if (m.matches()) {
            return Dated.day(Form.YMD, day(m), time, offset);
        }
        m = NUMBERS.matcher(text);
        if (m.matches()) {
            return numbers(m, time, offset);
        }
        m = HAN.matcher(text);
        if (m.matches()) {
            return Dated.day(Form.HAN, day(m), time, offset);
        }
        m = DAY_NAME.matcher(text);
        if (!m.matches()) {
            m = NAME_DAY.matcher(text);
        }
        if (m.matches()) {
            LocalDate day = LocalDate.of(year(m), Lexicon.month(m.group("name")), number(m, "d"));
            return Dated.day(Form.NAME, day, time, offset);
        }
        m = COMPACT.matcher(text);
        if (m.matches()) {
            LocalTime own = m.group("h") == null ? time : LocalTime.of(number(m, "h"), number(m, "i"), number(m, "s"));
            return Dated.day(Form.COMPACT, day(m), own, offset);
        }
        return month(text);
    }

    private @Nullable Dated month(String text) {
        Matcher m = MONTH_ONLY.matcher(text);
        if (m.matches()) {
            return new Dated(Form.MONTH, null, null, YearMonth.of(year(m), number(m, "m")), null, null);
        }
        m = NAME_ONLY.matcher(text);
        return m.matches()
                ? new Dated(Form.MONTH, null, null, YearMonth.of(year(m), Lexicon.month(m.group("name"))), null, null)
                : null;
    }

    private Dated numbers(Matcher m, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
        int first = number(m, "a");
        int second = number(m, "b");
        if (first > 31 && m.group("y").length() == 2) {
            return Dated.day(Form.YMD, LocalDate.of(year(first), second, number(m, "y")), time, offset);
        }
        LocalDate dayFirst = possible(year(m), second, first);
        LocalDate monthFirst = possible(year(m), first, second);
        if (dayFirst == null && monthFirst == null) {
            throw new DateTimeException("no such day");
        }
        return new Dated(Form.NUMBERS, dayFirst, monthFirst, null, time, offset);
    }

    private static @Nullable LocalDate possible(int year, int month, int day) {
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    private LocalDate day(Matcher m) {
        return LocalDate.of(year(m), number(m, "m"), number(m, "d"));
    }

    private int year(Matcher m) {
        int year = number(m, "y");
        return m.group("y").length() == 4 ? year : year(year);
    }

    private int year(int two) {
        int century = pivot / 100 * 100;
        return two <= pivot % 100 ? century + two : century - 100 + two;
    }

    private static int number(Matcher m, String group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static LocalTime time(Matcher m) {
        int hour = number(m, "h");
        String half = m.group("after") != null ? m.group("after") : m.group("before");
        if (half != null) {
            boolean late = Lexicon.is("afternoon", half);
            hour = late && hour < 12 ? hour + 12 : hour;
            hour = Lexicon.is("morning", half) && hour == 12 ? 0 : hour;
        }
        return LocalTime.of(hour, number(m, "m"), number(m, "s"));
    }

    /** The number of days that workbooks count from 30 December 1899; here of the years 1954 to 2119. */
    private static @Nullable Dated serial(String text) {
        int dot = text.indexOf('.');
        long days = Long.parseLong(dot < 0 ? text : text.substring(0, dot));
        if (days < 20_000 || days > 80_000) {
            return null;
        }
        LocalDate day = LocalDate.of(1899, 12, 30).plusDays(days);
        if (dot < 0) {
            return Dated.day(Form.SERIAL, day, null, null);
        }
        long second = Math.min(86_399, Math.round(Double.parseDouble("0" + text.substring(dot)) * 86_400));
        return Dated.day(Form.SERIAL, day, LocalTime.ofSecondOfDay(second), null);
    }
}
