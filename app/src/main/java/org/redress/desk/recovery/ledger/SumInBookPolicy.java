package org.redress.desk.recovery.ledger;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.platform.web.Problem;

/** Whether a sum can stand in the book: above 0, no larger than an account holds, in the book's currency. */
final class SumInBookPolicy {

    static final String FIELD = "sum";

    /** What a column of the ledger holds. */
    static final BigDecimal MOST = new BigDecimal("999999999.99");

    private static final int MOST_DECIMALS = 2;

    private SumInBookPolicy() {}

    /**
     * @throws Problem {@code ledger.sum.currency}, {@code ledger.sum.notpositive}, {@code ledger.sum.huge}, {@code
     *     ledger.sum.decimals}
     */
    static void check(Money sum, CurrencyUnit currency) {
        if (!sum.getCurrencyUnit().equals(currency)) {
            throw Problem.invalid("ledger.sum.currency", FIELD, currency.getCode());
        }
        if (!sum.isPositive()) {
            throw Problem.invalid("ledger.sum.notpositive", FIELD);
        }
        if (sum.getAmount().stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw Problem.invalid("ledger.sum.decimals", FIELD, MOST_DECIMALS);
        }
        if (sum.getAmount().compareTo(MOST) > 0) {
            throw Problem.invalid("ledger.sum.huge", FIELD);
        }
    }
}
