package org.redress.ground.intake.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The months from the first day to the last.
 *
 * @param from null, as the other is, where there is no day
 */
record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

    static final Span NONE = new Span(null, null);

    Span with(LocalDate day) {
        return new Span(from == null || day.isBefore(from) ? day : from, to == null || day.isAfter(to) ? day : to);
    }

    Span with(Span other) {
        return other.from == null || other.to == null ? this : with(other.from).with(other.to);
    }

    @Nullable
    LocalDate begin() {
        return from == null ? null : from.withDayOfMonth(1);
    }

    @Nullable
    LocalDate end() {
        return to == null ? null : YearMonth.from(to).atEndOfMonth();
    }

    /** Whether a day lies outside of these months, widened by so many. */
    boolean outside(LocalDate day, int months) {
        if (from == null || to == null) {
            return false;
        }
        YearMonth month = YearMonth.from(day);
        return month.isBefore(YearMonth.from(from).minusMonths(months))
                || month.isAfter(YearMonth.from(to).plusMonths(months));
    }
}
