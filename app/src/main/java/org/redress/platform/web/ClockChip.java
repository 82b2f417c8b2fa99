package org.redress.platform.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time limit as a chip shows it; whoever owns the clock fills it in the reader's language.
 *
 * @param state {@code ok}, {@code due}, {@code late}, {@code paused} or {@code done}
 * @param label what is owed, e.g. the reply; null where the place says it
 * @param text how much time is left or over, or the reason of the pause
 * @param reckoning the lines of how it was reckoned; empty where nothing can be opened
 * @param due the moment up to which a script may count down; null where time is not owed round the clock
 */
public record ClockChip(
        String state,
        @Nullable String label,
        String text,
        List<ReckoningLine> reckoning,
        @Nullable Instant due) {

    public ClockChip {
        reckoning = List.copyOf(reckoning);
    }

    public static ClockChip of(String state, @Nullable String label, String text) {
        return new ClockChip(state, label, text, List.of(), null);
    }

    /** The glyph that says the state without its colour. */
    public String icon() {
        return switch (state) {
            case "due" -> "clock";
            case "late" -> "alert-triangle-f";
            case "paused" -> "player-pause-f";
            case "done" -> "circle-check-f";
            default -> "hourglass";
        };
    }
}
