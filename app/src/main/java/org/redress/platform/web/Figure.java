package org.redress.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A figure with its comparison in words; the whole block leads to the records behind it.
 *
 * @param state {@code done}, {@code late} or {@code ok}: whether the comparison is good, bad or neither
 * @param comparison in words, with numerator and denominator
 * @param definition what is counted, over which period and base
 * @param course the days before, or null
 */
public record Figure(
        String name,
        String value,
        String state,
        String comparison,
        String definition,
        String href,
        @Nullable Sparkline course) {

    /** The mark before the comparison, or null where it says neither good nor bad. */
    public @Nullable String icon() {
        return switch (state) {
            case "done" -> "check";
            case "late" -> "alert-triangle-f";
            default -> null;
        };
    }
}
