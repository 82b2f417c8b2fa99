package org.redress.improve.insight.effect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** The cases behind a figure of it. */
    public String behind(String of) {
        return "/effect/league/cases?type=" + URLEncoder.encode(type, StandardCharsets.UTF_8) + "&kind=" + kind + "&of="
                + of;
    }

    /** Whether anything can be said of it. */
    public boolean placed() {
        return satisfaction != null || stayed != null;
    }
}
