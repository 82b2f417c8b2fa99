package org.redress.desk.recovery.reconcile;

import java.time.YearMonth;
import org.joda.money.Money;

/**
 * A month of the ledger: what was proposed in it, as it stands now.
 *
 * @param promised what the lines of the ledger say was ever promised
 * @param posted what stands posted, by the kept sums
 * @param open promised and not posted, by the kept sums
 * @param reversed taken back, by the kept sums
 * @param billed of what stands posted, what billing has accepted or a person has settled
 * @param asked of it, what billing has not answered
 * @param refused of it, what billing has refused and nobody has settled
 * @param untold of it, what billing was not told
 */
public record MonthLine(
        YearMonth month,
        Money promised,
        Money posted,
        Money open,
        Money reversed,
        Money billed,
        Money asked,
        Money refused,
        Money untold) {

    /** 0 where promised is posted, open or reversed, to the cent. */
    public Money difference() {
        return promised.minus(posted).minus(open).minus(reversed);
    }

    /** 0 where all that stands posted is with billing, settled, or known to be open there. */
    public Money billingDifference() {
        return posted.minus(billed).minus(asked).minus(refused);
    }

    public boolean agrees() {
        return difference().isZero() && billingDifference().isZero();
    }
}
