package org.redress.desk.dispute;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.ground.party.CustomerId;

/**
 * A customer's bill.
 *
 * @param credited on it for items of earlier bills
 * @param items in the order of the bill; at least one
 */
public record Bill(
        BillId id,
        CustomerId customer,
        String number,
        YearMonth month,
        LocalDate issuedOn,
        Money credited,
        List<BillItem> items) {

    public Bill {
        items = List.copyOf(items);
    }

    public CurrencyUnit currency() {
        return credited.getCurrencyUnit();
    }

    /** What it came to when it was issued. */
    public Money total() {
        return items.stream()
                .map(BillItem::sum)
                .reduce(Money.zero(currency()), Money::plus)
                .minus(credited);
    }

    /** What is held out of dunning. */
    public Money held() {
        return items.stream().map(BillItem::held).reduce(Money.zero(currency()), Money::plus);
    }
}
