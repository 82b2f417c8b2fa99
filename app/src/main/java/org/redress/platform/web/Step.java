package org.redress.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One segment of a line of responsibility.
 *
 * @param state {@code done}, {@code late}, {@code due}, {@code now} or {@code ok} (still to come)
 * @param who the person and their part of the house
 * @param time time used, in words
 * @param limit the limit, in words, or null
 * @param current whether the matter stands here
 */
public record Step(
        String state,
        String name,
        String who,
        String time,
        @Nullable String limit,
        boolean current) {

    /** The glyph in the step's dot. */
    public String icon() {
        return switch (state) {
            case "done" -> "check";
            case "late" -> "exclamation-mark";
            case "due", "now" -> "player-play";
            default -> "minus";
        };
    }
}
