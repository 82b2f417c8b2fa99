package org.redress.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.StoredFile;
import org.redress.platform.web.Problem;

/** Lays the options {@code --map} and {@code --dates} over the guessed mapping of a file. */
final class MappingOptions {

    private static final String BY = "by:";
    private static final String NOTHING = "-";

    private final List<IntakeField> fields;
    private final StoredFile file;

    MappingOptions(List<IntakeField> fields, StoredFile file) {
        this.fields = fields;
        this.file = file;
    }

    /**
     * @param columns field by column: its heading, its letter, or {@code -} for none
     * @param dates field by {@code day-first}, {@code month-first}, {@code swap-outsiders}, {@code send-back} or
     *     {@code by:COLUMN}
     */
    Mapping apply(Map<String, String> columns, Map<String, String> dates) {
        List<Mapping.Use> uses = new ArrayList<>(file.mapping().uses());
        columns.forEach((field, column) -> {
            require(field);
            uses.replaceAll(
                    use -> field.equals(use.field()) && use.role() == Mapping.Role.FIELD ? Mapping.Use.NONE : use);
            if (!column.equals(NOTHING)) {
                uses.set(position(column), Mapping.Use.field(field));
            }
        });
        Map<String, Mapping.DateDecision> decisions =
                new HashMap<>(file.mapping().dates());
        dates.forEach((field, how) -> {
            require(field);
            decisions.put(field, decision(how));
        });
        return new Mapping(uses, decisions, file.mapping().codes());
    }

    private void require(String field) {
        if (fields.stream().noneMatch(known -> known.code().equals(field))) {
            throw Problem.invalid(
                    "cli.field",
                    null,
                    field,
                    String.join(", ", fields.stream().map(IntakeField::code).toList()));
        }
    }

    private Mapping.DateDecision decision(String how) {
        if (how.startsWith(BY)) {
            return new Mapping.DateDecision(Mapping.Choice.BY_COLUMN, position(how.substring(BY.length())));
        }
        try {
            return new Mapping.DateDecision(
                    Mapping.Choice.valueOf(how.toUpperCase(Locale.ROOT).replace('-', '_')), -1);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cli.dates", null, how);
        }
    }

    private int position(String column) {
        List<FileProfile.Column> all = file.profile().columns();
        List<Integer> called = IntStream.range(0, all.size())
                .filter(i -> all.get(i).name().equals(column))
                .boxed()
                .toList();
        if (called.size() > 1) {
            List<String> letters = called.stream().map(FaultWords::letters).toList();
            throw Problem.invalid("cli.column.twice", null, column, String.join(", ", letters), letters.getFirst());
        }
        return called.isEmpty() ? letter(column, all.size()) : called.getFirst();
    }

    /** The position of a column by its letters, as spreadsheets call it. */
    private static int letter(String column, int size) {
        int position = 0;
        for (char c : column.toUpperCase(Locale.ROOT).toCharArray()) {
            position = position * 26 + (c - 'A' + 1);
            if (c < 'A' || c > 'Z' || position > size) {
                throw Problem.invalid("cli.column", null, column);
            }
        }
        if (position == 0) {
            throw Problem.invalid("cli.column", null, column);
        }
        return position - 1;
    }
}
