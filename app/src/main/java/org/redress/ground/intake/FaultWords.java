package org.redress.ground.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/** Says fields, columns and faults of a file, and what became of its rows, in words. */
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

    /** What it means that rows changed nothing, where that is not plain: a source is not taken back to what it said before. */
    public @Nullable String unchanged(Run run) {
        return run.unchanged() == 0 || target.inventory() ? null : words.text("intake.unchanged");
    }

    /** How a run ended that did not come to the end of its file. */
    public static String ended(Words words, Run run) {
        if (run.state() == Run.State.STOPPED) {
            return words.text("intake.run.stopped", run.done(), run.total());
        }
        String own = "intake.failure." + run.failure();
        return words.has(own) ? words.text(own) : words.text("intake.failure.other", String.valueOf(run.failure()));
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
    public static String letters(int position) {
        String letters = "";
        for (int rest = position + 1; rest > 0; rest = (rest - 1) / 26) {
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }
}
