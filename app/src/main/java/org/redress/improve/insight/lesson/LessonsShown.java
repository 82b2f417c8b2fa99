package org.redress.improve.insight.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Choice;

/**
 * The units that must learn from an action's failure.
 *
 * @param units that can still be asked; empty where the reader may not ask
 */
public record LessonsShown(List<Line> lines, List<Choice> units) {

    /**
     * @param path where the reader says what the unit did with it, or null
     * @param by who said it; null with {@code at} and {@code how} as long as nobody has
     */
    public record Line(
            String unit,
            String asked,
            @Nullable String path,
            @Nullable String by,
            @Nullable String at,
            @Nullable String how) {}
}
