package org.redress.desk.recovery.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The rounding rule of the house: a sum is reckoned exactly, and rounded once, at its end, up to the smallest coin, so that
 * a customer never gets less than is owed. Text by key {@code ledger.rounding}.
 */
public final class Rounding {

    private Rounding() {}

    /** An exact sum as money. */
    public static Money of(BigDecimal exact, CurrencyUnit currency) {
        return Money.of(currency, exact, RoundingMode.CEILING);
    }
}
