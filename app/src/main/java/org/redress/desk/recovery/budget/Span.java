package org.redress.desk.recovery.budget;

import java.time.LocalDate;

/** How long a budget lasts; always whole months, quarters or years of the calendar. Text by key {@code budget.span.NAME}. */
public enum Span {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Span(int months) {
        this.months = months;
    }

    /** The period that a day lies in begins on. */
    public LocalDate first(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % months);
    }

    /** The first day after a period. */
    LocalDate end(LocalDate first) {
        return first.plusMonths(months);
    }
}
