package org.redress.ground.intake.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Choice;

/**
 * The files that were sent in.
 *
 * @param targets what a file can become
 * @param error why the file just sent was refused, or null
 * @param next where the older ones are, or null
 */
public record FilesPage(
        boolean may,
        List<Choice> targets,
        List<Line> lines,
        @Nullable String error,
        @Nullable String next) {

    /**
     * One file.
     *
     * @param state {@code done}, {@code due}, {@code late} or empty
     * @param says what became of it
     */
    public record Line(String href, String name, long rows, String size, String received, String state, String says) {}
}
