package org.redress.ground.intake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.sheet.Row;

/**
 * What stands in a file, counted over all of its rows in one pass.
 *
 * @param confidence in the encoding, 0 to 100
 * @param sure whether the heading is beyond doubt
 * @param sheets names of the sheets, of a workbook
 * @param rows filled rows below the heading
 * @param blank rows in which nothing stands
 * @param resent whether the file is one of rejected rows, sent again: the columns added there are not among these
 * @param sentBackBy the run that rejected those rows, or null where the file does not say it
 * @param checks for columns with dates that can be read both ways, what other columns say
 * @param first the first rows, for a preview
 */
public record FileProfile(
        Layout layout,
        int confidence,
        boolean sure,
        List<String> sheets,
        long rows,
        long blank,
        boolean resent,
        @Nullable RunId sentBackBy,
        List<Column> columns,
        List<Check> checks,
        List<Row> first) {

    /** The same without anything that stood in a cell; headings and counts stay. */
    FileProfile withoutCells() {
        return with(columns.stream().map(Column::withoutCells).toList(), List.of());
    }

    /** The same with what is covered in its cells. */
    FileProfile covered(UnaryOperator<String> words) {
        return with(
                columns.stream().map(column -> column.covered(words)).toList(),
                first.stream()
                        .map(row -> new Row(
                                row.line(), row.cells().stream().map(words).toList(), row.kinds(), row.width()))
                        .toList());
    }

    private FileProfile with(List<Column> others, List<Row> rowsOfThem) {
        return new FileProfile(
                layout, confidence, sure, sheets, rows, blank, resent, sentBackBy, others, checks, rowsOfThem);
    }

    /**
     * A column.
     *
     * @param name as headed, empty where there is no heading
     * @param twin where other columns have the same heading: which of them it is, from 1; else 0
     * @param filled cells in which something stands that does not mean "nothing"
     * @param missing cells such as {@code ?} or {@code N/A}, which are read as empty
     * @param token the commonest of those
     * @param samples the first two values
     * @param averageLength in characters
     * @param repeated cells whose value stands further up already, at most counted up to 1,000; -1 where not counted
     * @param values the distinct values with their counts, commonest first; empty where there are more than 200
     * @param shapes how many cells look like what
     */
    public record Column(
            int position,
            String name,
            int twin,
            long filled,
            long missing,
            String token,
            List<String> samples,
            int averageLength,
            long repeated,
            Map<String, Long> values,
            Shapes shapes,
            @Nullable Dates dates) {

        private Column withoutCells() {
            return with(List.of(), Map.of(), dates == null ? null : dates.withoutCells());
        }

        private Column covered(UnaryOperator<String> words) {
            Map<String, Long> counted = new LinkedHashMap<>();
            values.forEach((value, rows) -> counted.merge(words.apply(value), rows, Long::sum));
            return with(samples.stream().map(words).toList(), counted, dates);
        }

        private Column with(List<String> seen, Map<String, Long> counted, @Nullable Dates read) {
            return new Column(
                    position, name, twin, filled, missing, token, seen, averageLength, repeated, counted, shapes, read);
        }

        public double dateShare() {
            return dates == null || filled == 0 ? 0 : (double) dates.read() / filled;
        }
    }

    /**
     * Cells by what they look like.
     *
     * @param zeros digits with a leading zero
     * @param shorter digits that lack one or two to the length of the others, as codes do that lost leading zeros
     * @param digits nothing but digits
     * @param length the commonest length of those
     * @param formulas cells with a formula
     * @param errors cells with an error
     */
    public record Shapes(
            long phones,
            long emails,
            long numbers,
            long digits,
            int length,
            long zeros,
            long shorter,
            long formulas,
            long errors) {}

    /**
     * The dates of a column.
     *
     * @param forms how many cells have which form
     * @param dayFirst cells that can only be read with the day before the month
     * @param monthFirst cells that can only be read with the month before the day
     * @param both cells that can be read both ways
     * @param certain cells of which there is one reading, those above among them
     * @param timed cells with a time of day
     * @param times cells with nothing but a time of day
     * @param months cells that name a month and no day
     * @param from first month of the certain ones, as its first day
     * @param to last month of the certain ones, as its last day
     * @param readings of the cells that can be read both ways
     * @param cells those of them that are date cells, or null where there are none
     */
    public record Dates(
            Map<String, Long> forms,
            long dayFirst,
            long monthFirst,
            long both,
            long certain,
            long timed,
            long times,
            long months,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Readings readings,
            @Nullable Cells cells) {

        public long read() {
            return certain + both;
        }

        private Dates withoutCells() {
            return new Dates(
                    forms,
                    dayFirst,
                    monthFirst,
                    both,
                    certain,
                    timed,
                    times,
                    months,
                    from,
                    to,
                    readings.withoutCells(),
                    cells);
        }
    }

    /**
     * Date cells of a workbook in which a program may have exchanged day and month when it opened the file.
     *
     * @param dayFirst whether, as they stand, they were read with the day first
     * @param mixed whether written dates stand among them
     */
    public record Cells(long count, boolean dayFirst, boolean mixed) {}

    /**
     * Where the cells fall that can be read both ways.
     *
     * @param dayFirstOutside outside the span of the certain ones, with the day first
     * @param dayFirstFuture in the future, with the day first
     * @param swapToDayFirst outside with the month first, inside with the day first
     * @param swapToMonthFirst outside with the day first, inside with the month first
     * @param far whether some of those lie more than a month off the span
     */
    public record Readings(
            long dayFirstOutside,
            long monthFirstOutside,
            long dayFirstFuture,
            long monthFirstFuture,
            long swapToDayFirst,
            long swapToMonthFirst,
            boolean far,
            List<Example> examples) {

        private Readings withoutCells() {
            return new Readings(
                    dayFirstOutside,
                    monthFirstOutside,
                    dayFirstFuture,
                    monthFirstFuture,
                    swapToDayFirst,
                    swapToMonthFirst,
                    far,
                    List.of());
        }
    }

    /**
     * A cell that can be read both ways.
     *
     * @param others what other date columns say there, by position
     */
    public record Example(
            long line, String given, LocalDate dayFirst, LocalDate monthFirst, Map<Integer, String> others) {}

    /**
     * What a second column says of a column's cells that can be read both ways.
     *
     * @param outside settled, but outside the span of the certain ones
     */
    public record Check(
            int column, int second, long dayFirst, long monthFirst, long neither, long silent, long outside) {

        /** Of so many rows of one moment, one may be written wrongly. */
        private static final int ELSEWHERE = 50;

        public long settled() {
            return dayFirst + monthFirst;
        }

        /**
         * Whether the second column tells of the same moment. One of another event, say of the closing, falls into the month
         * of neither reading time and again, and where it agrees with one, that proves nothing.
         */
        public boolean sameMoment() {
            return agree(settled(), neither);
        }

        /** Whether so many rows of one moment may have so many that say otherwise. */
        public static boolean agree(long there, long elsewhere) {
            return elsewhere * ELSEWHERE <= there;
        }
    }
}
