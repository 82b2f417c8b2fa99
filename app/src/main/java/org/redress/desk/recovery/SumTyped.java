package org.redress.desk.recovery;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** Reads a sum of money as people type it: {@code 120}, {@code 1,200.50}, {@code ¥ 30}. Nothing is rounded. */
public final class SumTyped {

    static final String FIELD = "sum";
    private static final int MOST_DECIMALS = 2;
    private static final Pattern FIGURES =
            Pattern.compile("\\p{Sc}?\\s*(-?)\\s*(\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2})(?:\\.(\\d*))?");

    private SumTyped() {}

    static int decimals(CurrencyUnit currency) {
        return Math.min(MOST_DECIMALS, currency.getDecimalPlaces());
    }

    /** The sum, or null where nothing was typed. */
    public static @Nullable Money read(String typed, CurrencyUnit currency) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace('\u2212', '-');
        if (text.isEmpty()) {
            return null;
        }
        Matcher figures = FIGURES.matcher(text);
        if (!figures.matches()) {
            throw Problem.invalid("remedy.sum.unreadable", FIELD, typed);
        }
        String decimals = figures.group(3) == null ? "" : figures.group(3);
        int most = decimals(currency);
        if (decimals.length() > most) {
            throw Problem.invalid("remedy.sum.decimals", FIELD, typed, most);
        }
        BigDecimal amount = new BigDecimal(figures.group(1) + figures.group(2).replace(",", "") + "." + decimals + "0");
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }
}
