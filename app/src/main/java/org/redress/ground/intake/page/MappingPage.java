package org.redress.ground.intake.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Choice;

/**
 * A file, what its columns mean, what is in doubt, and how its first rows are read.
 *
 * @param path of this page
 * @param about rows, encoding, delimiter in a line
 * @param doubt where the source is only taken over from an earlier file, else null
 * @param may whether the reader may change and run it
 * @param dropped since when the file can be read no more, in words, or null
 * @param step which of the steps has to be done now, 2 to 4
 */
public record MappingPage(
        String path,
        String name,
        String title,
        String about,
        int version,
        String source,
        @Nullable Doubt doubt,
        boolean may,
        @Nullable String dropped,
        int step,
        LayoutPart layout,
        List<Column> columns,
        List<Choice> uses,
        List<Conflict> conflicts,
        List<Codes> codes,
        List<String> templates,
        Preview preview,
        RunsPart runs) {

    /**
     * Whether the file is from where an earlier one is from.
     *
     * @param earlier name of that file
     * @param own what a source of its own could be called
     */
    public record Doubt(String earlier, String own) {}

    /**
     * How the file is laid out, to be changed.
     *
     * @param sure whether the heading is beyond doubt
     */
    public record LayoutPart(
            boolean sure,
            String heading,
            int header,
            String charset,
            List<Choice> charsets,
            String delimiter,
            List<Choice> delimiters,
            int sheet,
            List<Choice> sheets) {}

    /**
     * A column of the file.
     *
     * @param percent of confidence
     * @param state {@code late}, {@code due} or empty
     * @param sure the confidence in words, empty for a column that is left out
     */
    public record Column(
            int position,
            String heading,
            List<String> samples,
            String use,
            int percent,
            String state,
            String sure,
            List<Remark> remarks) {}

    /** Something to know about a column. */
    public record Remark(String state, String says) {}

    /**
     * Dates that can be read both ways.
     *
     * @param checkHead heading of the second column, or null
     */
    public record Conflict(
            String field,
            String title,
            String says,
            @Nullable String checkHead,
            List<Example> examples,
            List<Option> options,
            String chosen) {}

    /** A cell that can be read both ways, and how the chosen way reads it; empty while nothing is chosen. */
    public record Example(String given, String check, String reads, boolean swapped) {}

    /** A way to settle it, and what follows. */
    public record Option(String value, String label, String hint) {}

    /** The values of a column of options that no synonym knows or that a person placed. */
    public record Codes(String field, String label, List<Choice> options, List<Value> values) {}

    /** A value of the file, how often it stands there, and the option it is placed at, or empty. */
    public record Value(String given, long rows, String option) {}

    /** The first rows. */
    public record Preview(List<String> heads, List<Line> lines) {}

    /**
     * One row.
     *
     * @param state {@code late} for a rejected one
     * @param fault why, in words
     */
    public record Line(
            long number,
            List<Cell> cells,
            String outcome,
            String state,
            @Nullable String fault) {}

    /**
     * A cell as it is read.
     *
     * @param given as it stands, where the reading is worth a look; else null
     * @param fault whether the row is rejected for it
     */
    public record Cell(String text, @Nullable String given, boolean fault) {}
}
