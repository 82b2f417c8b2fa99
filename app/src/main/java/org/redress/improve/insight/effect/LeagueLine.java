package org.redress.improve.insight.effect;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A kind of remedy on a type of failure.
 *
 * @param type code of the failure type, empty where nobody has named it
 * @param kind code of the remedy
 * @param used on how many closed tickets it stands
 * @param satisfaction with how it was put right; null where there are too few answers
 * @param stayed share of customers still there after 90 days; null where there are too few
 */
public record LeagueLine(
        String type,
        String kind,
        long used,
        Money cost,
        long answers,
        @Nullable Mean satisfaction,
        long old,
        @Nullable Share stayed) {

    /** Whether anything can be said of it. */
    public boolean placed() {
        return satisfaction != null || stayed != null;
    }
}
