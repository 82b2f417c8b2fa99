package org.redress.ground.intake.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Progress;
import org.redress.platform.web.ResultBar;

/**
 * The runs of a file and what else is under way.
 *
 * @param path from which this part can be had anew
 * @param moving whether something is under way, so that it is asked for again
 * @param writeLabel what the button says that writes
 */
public record RunsPart(
        String path,
        boolean may,
        boolean moving,
        @Nullable Result trial,
        @Nullable Result written,
        boolean stale,
        String writeLabel,
        List<Underway> underWay) {

    /**
     * A run that has ended.
     *
     * @param source where the rows are from
     * @param equation rows in as the sum of rows out
     * @param state {@code late} where it failed, {@code due} where it was stopped, empty otherwise
     * @param says how it ended, or null where there is nothing to say
     * @param unchanged what it means that rows changed nothing, or null
     * @param rejected where the rejected rows are
     * @param download a label for the file of them, null where there is none
     */
    public record Result(
            String source,
            String equation,
            ResultBar bar,
            String state,
            @Nullable String says,
            @Nullable String unchanged,
            List<Why> reasons,
            String rejected,
            @Nullable String download) {}

    /** A reason, and how many rows went back for it. */
    public record Why(String says, String rows) {}

    /** A run under way. */
    public record Underway(String stop, Progress work, String stopLabel) {}
}
