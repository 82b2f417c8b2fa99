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
 * @param billed what billing has of it: postings without reversals, accepted or settled by a person
 * @param postings those that billing does not have
 * @param reversals those that billing does not have: it still counts what was taken back
 */
public record MonthLine(
        YearMonth month,
        Money promised,
        Money posted,
        Money open,
        Money reversed,
        Money billed,
        Missing postings,
        Missing reversals) {

    /**
     * What billing does not have.
     *
     * @param asked it has not answered
     * @param refused it has refused, and nobody has settled it
     * @param untold it was not told
     */
    public record Missing(Money asked, Money refused, Money untold) {

        boolean nothing() {
            return asked.isZero() && refused.isZero() && untold.isZero();
        }
    }

    /** 0 where promised is posted, open or reversed, to the cent. */
    public Money difference() {
        return promised.minus(posted).minus(open).minus(reversed);
    }

    /** 0 where all that stands posted is with billing, settled, or known to be open there. */
    public Money billingDifference() {
        return posted.minus(billed)
                .minus(postings.asked)
                .minus(postings.refused)
                .plus(reversals.asked)
                .plus(reversals.refused);
    }

    /** Whether the three records say the same, and billing has every reversal. */
    public boolean agrees() {
        return difference().isZero() && billingDifference().isZero() && postings.untold.isZero() && reversals.nothing();
    }
}
