package org.redress.desk.recovery.ledger;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What was proposed in a month and stands promised or posted, by why it is given. */
public record GivenInMonth(YearMonth month, CurrencyUnit currency, Map<Basis, Money> sums) {

    public GivenInMonth {
        sums = Map.copyOf(sums);
    }

    public Money of(Basis... why) {
        return Arrays.stream(why)
                .map(one -> sums.getOrDefault(one, Money.zero(currency)))
                .reduce(Money.zero(currency), Money::plus);
    }
}
