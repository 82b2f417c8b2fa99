package org.redress.ground.intake;

import java.util.ArrayList;
import java.util.List;
import org.redress.platform.text.Words;

/** Says faults of a file's rows in words. */
public final class FaultWords {

    private final Words words;
    private final StoredFile file;

    private final IntakeTarget target;

    FaultWords(Words words, StoredFile file, IntakeTarget target) {
        this.words = words;
        this.file = file;
        this.target = target;
    }

    /** The label of a field. */
    public String label(String field) {
        return words.text(target.label(field));
    }

    /** The label of an option of a field. */
    public String label(String field, String option) {
        return words.text(target.label(field, option));
    }

    /** The reason in a sentence, with the column where the fault has one. */
    public String text(Fault fault) {
        String said = reason(fault);
        return fault.column() < 0 ? said : words.text("intake.fault.at", said, heading(fault.column()));
    }

    /** The reason without the place, as reasons are counted. */
    public String reason(Fault fault) {
        List<Object> args = new ArrayList<>();
        args.add(fault.field() == null ? "" : label(fault.field()));
        args.addAll(fault.args());
        return words.text("intake.fault." + fault.code(), args.toArray());
    }

    /** How a column is called: by its heading, with its place where it has none or shares it. */
    public String heading(int position) {
        FileProfile.Column column = file.profile().columns().get(position);
        if (column.name().isEmpty()) {
            return words.text("intake.column.unnamed", letters(position));
        }
        return column.twin() == 0 ? column.name() : words.text("intake.column.twin", column.name(), letters(position));
    }

    /** The letters by which spreadsheets call a column. */
    static String letters(int position) {
        String letters = "";
        for (int rest = position + 1; rest > 0; rest = (rest - 1) / 26) {
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }
}
