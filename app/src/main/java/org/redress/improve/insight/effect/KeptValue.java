package org.redress.improve.insight.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What remedies cost against what was kept by them: the difference in who stays half a year, between customers to whom something
 * was given and like ones with the same type of failure to whom nothing was, times how many they are, times what one of them pays
 * a month, times six months. Cost and value are of the same cases, those that have somebody like them. Rounded once, half up to
 * the even coin. Labour is not counted: nobody records it.
 *
 * @param cost of what was given for these cases
 * @param known of how many of them it is known what they pay
 * @param monthly what one of these pays a month, on average
 * @param matched against those to whom nothing was given
 */
public record KeptValue(Money cost, long known, Money monthly, Matched matched, Money low, Money value, Money high) {

    static final int MONTHS = 6;
    private static final int DIGITS = 6;

    /** Null where there are too few of one side, or of too few it is known what they pay. */
    static @Nullable KeptValue of(CurrencyUnit currency, Map<Kept.Key, Kept> kept, People people, int minimum) {
        List<Matched.Stratum> strata = new ArrayList<>();
        Kept given = Kept.NONE;
        for (Map.Entry<Kept.Key, Kept> one : kept.entrySet()) {
            Kept.Key key = one.getKey();
            if (key.side() == Side.GIVEN) {
                Kept like = key.tenure() > 0 ? kept.getOrDefault(key.of(Side.NOTHING), Kept.NONE) : Kept.NONE;
                strata.add(
                        new Matched.Stratum(one.getValue().n(), one.getValue().stayed(), like.n(), like.stayed()));
                given = like.n() > 0 ? given.plus(one.getValue()) : given;
            }
        }
        long alike = strata.stream()
                .filter(one -> one.n() > 0)
                .mapToLong(Matched.Stratum::controls)
                .sum();
        Matched matched = Matched.of(strata, new People(people.cases(), Math.min(alike, people.alike())));
        return matched == null || !matched.enough(minimum) || given.paying() < Math.max(1, minimum)
                ? null
                : of(currency, given, matched);
    }

    static KeptValue of(CurrencyUnit currency, Kept given, Matched matched) {
        BigDecimal each = given.monthly().divide(BigDecimal.valueOf(given.paying()), DIGITS, RoundingMode.HALF_EVEN);
        return new KeptValue(
                money(currency, given.cost()),
                given.paying(),
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
