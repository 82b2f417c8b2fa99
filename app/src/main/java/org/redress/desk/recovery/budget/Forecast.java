package org.redress.desk.recovery.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.joda.money.Money;
import org.redress.desk.recovery.ledger.Rounding;

/**
 * Where a budget is going: what was committed and spent so far, divided by the days of the period that have begun, times all of
 * its days. Text by key {@code budget.forecast.formula}.
 */
final class Forecast {

    private static final int DECIMALS = 10;

    private Forecast() {}

    /** @param end the first day after the period */
    static Money of(Money used, LocalDate first, LocalDate end, LocalDate today) {
        if (today.isBefore(first) || !today.isBefore(end)) {
            return used;
        }
        BigDecimal begun = BigDecimal.valueOf(ChronoUnit.DAYS.between(first, today) + 1);
        BigDecimal all = BigDecimal.valueOf(ChronoUnit.DAYS.between(first, end));
        BigDecimal exact = used.getAmount().multiply(all).divide(begun, DECIMALS, RoundingMode.CEILING);
        return Rounding.of(exact, used.getCurrencyUnit());
    }
}
