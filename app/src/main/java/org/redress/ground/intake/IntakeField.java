package org.redress.ground.intake;

import java.util.List;

/**
 * A field that a target can take. Its label is the text of {@code intake.TARGET.CODE}, an option's label the text of
 * {@code intake.TARGET.CODE.OPTION}, unless the target says otherwise.
 *
 * @param required a row without it is rejected
 * @param names how files head such a column, in Chinese and English, best first; compared without case, space and
 *     punctuation
 * @param options for {@link FieldType#CODE}; empty otherwise
 */
public record IntakeField(String code, FieldType type, boolean required, List<String> names, List<Option> options) {

    /**
     * One of the values of a {@link FieldType#CODE} field.
     *
     * @param names how files write it
     */
    public record Option(String code, List<String> names) {}

    public static IntakeField of(String code, FieldType type, List<String> names) {
        return new IntakeField(code, type, false, names, List.of());
    }

    /** The same field, without which a row is rejected. */
    public IntakeField must() {
        return new IntakeField(code, type, true, names, options);
    }

    public IntakeField with(List<Option> choices) {
        return new IntakeField(code, type, required, names, choices);
    }
}
