package org.redress.desk.dispute.page;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** Reads a part of a sum as people type it: {@code 12}, {@code 1,200.50}, {@code ¥ 3.2}. Nothing is rounded. */
final class PartTyped {

    static final String FIELD = "part";
    private static final Pattern FIGURES =
            Pattern.compile("\\p{Sc}?\\s*(-?)\\s*(\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2})(?:\\.(\\d*))?");

    private PartTyped() {}

    /** The sum, or null where nothing was typed. */
    static @Nullable Money read(String typed, CurrencyUnit currency) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace('\u2212', '-');
        if (text.isEmpty()) {
            return null;
        }
        Matcher figures = FIGURES.matcher(text);
        if (!figures.matches()) {
            throw Problem.invalid("dispute.sum.unreadable", FIELD, typed);
        }
        String decimals = figures.group(3) == null ? "" : figures.group(3);
        if (decimals.length() > currency.getDecimalPlaces()) {
            throw Problem.invalid("dispute.sum.decimals", FIELD, typed, currency.getDecimalPlaces());
        }
        BigDecimal amount = new BigDecimal(figures.group(1) + figures.group(2).replace(",", "") + "." + decimals + "0");
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }
}
