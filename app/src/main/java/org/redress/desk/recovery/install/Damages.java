package org.redress.desk.recovery.install;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Rounding;

/**
 * What a late installation owes (Telecommunications Regulations, art. 31): a percentage of the fees taken for each day after
 * the due day until the one on which it worked, or the customer gave it up, without a most unless the bureau has signed one;
 * rounded once, up to the smallest coin.
 *
 * @param days late, 0 where it is not, or where the operator does not answer for it
 */
public record Damages(int days, Money sum) {

    private static final int PERCENT = 2;

    /**
     * @param day until which it counts: the one on which it worked or was withdrawn, or today
     * @param percent of the fees for a day
     * @param cap percent of the fees at most, or null
     */
    static Damages of(Install install, LocalDate day, BigDecimal percent, @Nullable BigDecimal cap) {
        long late = install.ours() ? Math.max(0, ChronoUnit.DAYS.between(install.due(), day)) : 0;
        BigDecimal share = percent.multiply(BigDecimal.valueOf(late));
        BigDecimal exact = install.fees()
                .getAmount()
                .multiply(cap == null ? share : share.min(cap))
                .movePointLeft(PERCENT);
        return new Damages(
                Math.toIntExact(late), Rounding.of(exact, install.fees().getCurrencyUnit()));
    }
}
