package org.redress.desk.dispute.ledger;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The month of a bill as files write it: {@code 2026-06}, {@code 202606}, {@code 06/2026}, in Chinese, also with a day. */
final class BillMonth {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\D?(\\d{1,2})(?:\\D.*|\\d{2})?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})\\D(\\d{4})");

    private BillMonth() {}

    static Optional<YearMonth> read(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return month(yearFirst.group(1), yearFirst.group(2));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        return monthFirst.matches() ? month(monthFirst.group(2), monthFirst.group(1)) : Optional.empty();
    }

    private static Optional<YearMonth> month(String year, String month) {
        try {
            return Optional.of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
