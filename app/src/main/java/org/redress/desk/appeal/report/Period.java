package org.redress.desk.appeal.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.platform.web.Problem;

/**
 * A month or a quarter.
 *
 * @param code as it stands in an address: {@code 2026-11} or {@code 2026-Q4}
 * @param from the first day
 * @param until the first day after it
 */
public record Period(String code, LocalDate from, LocalDate until) {

    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS = 3;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    /** A 422 problem where it is neither. */
    public static Period of(String code) {
        Matcher month = MONTH.matcher(code);
        Matcher quarter = QUARTER.matcher(code);
        try {
            if (month.matches()) {
                return known(month(YearMonth.parse(code)));
            }
            if (quarter.matches()) {
                return known(quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2))));
            }
        } catch (DateTimeException e) {
            throw Problem.invalid("appeal.period", "period");
        }
        throw Problem.invalid("appeal.period", "period");
    }

    private static Period known(Period one) {
        int year = one.from.getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.invalid("appeal.period", "period");
        }
        return one;
    }

    private static Period quarter(int year, int quarter) {
        LocalDate from = LocalDate.of(year, MONTHS * (quarter - 1) + 1, 1);
        return new Period(year + "-Q" + quarter, from, from.plusMonths(MONTHS));
    }

    static Period month(YearMonth month) {
        return new Period(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    static Period quarterOf(LocalDate day) {
        return quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    Instant begins(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant ends(ZoneId zone) {
        return until.atStartOfDay(zone).toInstant();
    }

    /** The one before, of the same length. */
    public Period before() {
        return code.contains("Q")
                ? quarterOf(from.minusDays(1))
                : month(YearMonth.from(from).minusMonths(1));
    }

    public Period after() {
        return code.contains("Q") ? quarterOf(until) : month(YearMonth.from(until));
    }
}
