package org.redress.improve.insight.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What remedies cost against what was kept by them: the difference in who stays half a year, between customers to whom something
 * was given and like ones to whom nothing was, times how many they are, times what one of them pays a month, times six months.
 * Rounded once, half up to the even coin. Labour is not counted: nobody records it.
 *
 * @param cost of all remedies in money in these twelve months
 * @param monthly what one of them pays a month, on average
 * @param matched against those to whom nothing was given
 */
public record KeptValue(Money cost, Money monthly, Matched matched, Money low, Money value, Money high) {

    static final int MONTHS = 6;

    static KeptValue of(CurrencyUnit currency, BigDecimal cost, Count given, Matched matched) {
        BigDecimal each = given.n() == 0
                ? BigDecimal.ZERO
                : given.monthly().divide(BigDecimal.valueOf(given.n()), 6, RoundingMode.HALF_EVEN);
        return new KeptValue(
                money(currency, cost),
                money(currency, each),
                matched,
                kept(currency, each, matched, matched.low()),
                kept(currency, each, matched, matched.difference()),
                kept(currency, each, matched, matched.high()));
    }

    private static Money kept(CurrencyUnit currency, BigDecimal each, Matched matched, double difference) {
        return money(
                currency,
                each.multiply(BigDecimal.valueOf(matched.matched()))
                        .multiply(BigDecimal.valueOf(MONTHS))
                        .multiply(BigDecimal.valueOf(difference)));
    }

    private static Money money(CurrencyUnit currency, BigDecimal amount) {
        return Money.of(currency, amount, RoundingMode.HALF_EVEN);
    }
}
