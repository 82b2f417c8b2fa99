package org.redress.desk.dispute;

import java.time.LocalDate;
import java.time.YearMonth;
import org.joda.money.Money;
import org.redress.ground.party.CustomerId;

/** A customer's bill; its items come page by page. */
public record Bill(BillId id, CustomerId customer, String number, YearMonth month, LocalDate issuedOn) {

    /**
     * What the items of a bill come to.
     *
     * @param total when it was issued
     * @param held out of dunning
     * @param adjusted what the customer no longer owes of it
     */
    public record Sums(Money total, Money held, Money adjusted) {

        /** What may be dunned of it. */
        public Money dunnable() {
            return total.minus(held).minus(adjusted);
        }
    }
}
