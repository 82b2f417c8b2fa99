package org.redress.ground.intake.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows of a run.
 *
 * @param file path of the file's page
 * @param next where the following rows are, or null
 */
public record RejectedPage(
        String name,
        String title,
        String file,
        @Nullable String download,
        List<String> heads,
        List<Line> lines,
        String shown,
        @Nullable String next) {

    /** One row as it stood, personal numbers masked, and why it went back. */
    public record Line(long number, String why, List<String> cells) {}
}
