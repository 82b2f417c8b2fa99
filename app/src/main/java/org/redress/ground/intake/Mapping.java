package org.redress.ground.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean to a target: guessed, changed by hand, kept under a name.
 *
 * @param uses one for each column, by position
 * @param dates by field code, how days and months are told apart where a cell can be read both ways
 * @param codes by field code, which option a value of the file stands for, where its synonyms do not say it; values as
 *     {@link Fold#of} gives them
 */
public record Mapping(List<Use> uses, Map<String, DateDecision> dates, Map<String, Map<String, String>> codes) {

    /** What a column is used for. */
    public enum Role {
        /** Not at all. */
        IGNORE,
        /** Its cells are the values of the field. */
        FIELD,
        /** Its cells are the time of day to the field's date. */
        TIME_OF,
        /** Its cells only help to read the field's dates. */
        CHECK_OF
    }

    /** The use of one column; the field is null for {@link Role#IGNORE} only. */
    public record Use(Role role, @Nullable String field) {

        public static final Use NONE = new Use(Role.IGNORE, null);

        public static Use field(String code) {
            return new Use(Role.FIELD, code);
        }
    }

    /**
     * How a date is read that can be read both ways. A date that can be read in one way only is always read so.
     *
     * @param column the second column for {@link Choice#BY_COLUMN}, else -1
     */
    public record DateDecision(Choice choice, int column) {

        public static final DateDecision OPEN = new DateDecision(Choice.OPEN, -1);
    }

    /** The ways to settle dates that can be read both ways. */
    public enum Choice {
        /** Nobody has decided; where there is a conflict, nothing is written. */
        OPEN,
        /** Row by row: the reading whose month a second column names. */
        BY_COLUMN,
        DAY_FIRST,
        MONTH_FIRST,
        /** In the file's prevailing order; but the other way round where only that falls into the span of the certain. */
        SWAP_OUTSIDERS,
        /** Those rows are rejected. */
        SEND_BACK
    }

    /** The same with what is covered in the values that stand for options; of two that become one, the first counts. */
    Mapping covered(UnaryOperator<String> folded) {
        Map<String, Map<String, String>> covered = new LinkedHashMap<>();
        codes.forEach((field, options) -> {
            Map<String, String> values = new LinkedHashMap<>();
            options.forEach((value, option) -> values.putIfAbsent(folded.apply(value), option));
            covered.put(field, values);
        });
        return new Mapping(uses, dates, covered);
    }

    /** The column that is used for a field in a role. */
    public OptionalInt column(Role role, String field) {
        return IntStream.range(0, uses.size())
                .filter(i ->
                        uses.get(i).role() == role && field.equals(uses.get(i).field()))
                .findFirst();
    }

    public DateDecision decision(String field) {
        return dates.getOrDefault(field, DateDecision.OPEN);
    }
}
