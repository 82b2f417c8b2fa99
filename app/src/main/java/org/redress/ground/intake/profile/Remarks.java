package org.redress.ground.intake.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.DateConflict;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.FileProfile.Column;
import org.redress.ground.intake.FileProfile.Dates;
import org.redress.ground.intake.Fold;
import org.redress.ground.intake.Guess;
import org.redress.ground.intake.Guess.Remark;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Mapping.Role;
import org.redress.ground.intake.Mapping.Use;
import org.redress.ground.intake.reading.CodeNames;
import org.redress.ground.intake.reading.Conflicts;

/** Says of each column how sure its use is and what a person should know. */
public final class Remarks {

    private final FileProfile profile;
    private final Mapping mapping;
    private final Map<String, IntakeField> fields;
    private final Map<Integer, DateConflict> conflicts;

    private Remarks(List<IntakeField> fields, FileProfile profile, Mapping mapping) {
        this.profile = profile;
        this.mapping = mapping;
        this.fields = fields.stream().collect(Collectors.toMap(IntakeField::code, f -> f));
        this.conflicts =
                Conflicts.of(fields, profile, mapping).stream().collect(Collectors.toMap(DateConflict::column, c -> c));
    }

    /** One guess for each column, by position. */
    public static List<Guess> of(List<IntakeField> fields, FileProfile profile, Mapping mapping) {
        Remarks remarks = new Remarks(fields, profile, mapping);
        return profile.columns().stream().map(remarks::guess).toList();
    }

    private Guess guess(Column column) {
        Use use = column.position() < mapping.uses().size() ? mapping.uses().get(column.position()) : Use.NONE;
        IntakeField field = use.field() == null ? null : fields.get(use.field());
        List<Remark> remarks = new ArrayList<>();
        double confidence = 0;
        if (field != null && use.role() == Role.FIELD) {
            confidence = Guesser.score(field, column);
            about(field, column, remarks);
        } else if (field != null) {
            confidence = column.dates() == null ? 0.3 : 0.95;
            say(remarks, column.dates() == null, "notime", "due");
        }
        common(column, field, remarks);
        return new Guess(use, confidence, remarks);
    }

    private void about(IntakeField field, Column column, List<Remark> remarks) {
        long cells = column.filled();
        switch (field.type()) {
            case MOMENT -> moment(column, remarks);
            case EXTERNAL_NUMBER -> {
                say(remarks, column.repeated() == 0, "unique", "");
                say(remarks, column.repeated() > 0, "repeated", "", column.repeated());
                say(remarks, column.repeated() < 0 && cells > 0, "many", "");
            }
            case PHONE ->
                say(remarks, true, "phones", "", cells - column.shapes().phones());
            case POSTAL_CODE -> {
                long lost = column.shapes().shorter();
                say(
                        remarks,
                        lost > 0,
                        "zeros.lost",
                        "due",
                        lost,
                        column.shapes().length());
                say(
                        remarks,
                        column.shapes().zeros() > 0,
                        "zeros",
                        "",
                        column.shapes().zeros());
            }
            case CODE -> codes(field, column, remarks);
            case LONG_TEXT -> say(remarks, cells > 0, "length", "", column.averageLength());
            default -> {}
        }
    }

    private void moment(Column column, List<Remark> remarks) {
        Dates dates = column.dates();
        long read = dates == null ? 0 : dates.read();
        DateConflict conflict = conflicts.get(column.position());
        say(remarks, conflict != null, "conflict", "late", dates == null ? 0 : dates.both());
        say(remarks, read < column.filled(), "nodate", "late", column.filled() - read);
        if (dates != null && conflict == null && dates.both() > 0) {
            String order = dates.dayFirst() >= dates.monthFirst() ? "dayfirst" : "monthfirst";
            say(remarks, true, order, "", Math.max(dates.dayFirst(), dates.monthFirst()), dates.both());
        }
        say(
                remarks,
                dates != null && dates.forms().size() > 1,
                "forms",
                "",
                dates == null ? 0 : dates.forms().size());
    }

    private void codes(IntakeField field, Column column, List<Remark> remarks) {
        if (column.values().isEmpty()) {
            say(remarks, column.filled() > 0, "toomany", "late");
            return;
        }
        Map<String, String> options = CodeNames.of(field, mapping.codes().getOrDefault(field.code(), Map.of()));
        List<Map.Entry<String, Long>> unknown = column.values().entrySet().stream()
                .filter(e -> options.getOrDefault(Fold.of(e.getKey()), "").isEmpty())
                .toList();
        long rows = unknown.stream().mapToLong(Map.Entry::getValue).sum();
        if (unknown.isEmpty()) {
            long used = column.values().keySet().stream()
                    .map(value -> options.get(Fold.of(value)))
                    .distinct()
                    .count();
            say(remarks, true, "codes", "", column.values().size(), used);
        } else {
            say(remarks, true, "unknown", "due", unknown.getFirst().getKey(), unknown.size(), rows);
        }
    }

    private void common(Column column, @Nullable IntakeField field, List<Remark> remarks) {
        long all = profile.rows();
        long empty = all - column.filled();
        say(
                remarks,
                field != null && column.shapes().formulas() > 0,
                "formulas",
                "late",
                column.shapes().formulas());
        say(
                remarks,
                field != null && column.shapes().errors() > 0,
                "errors",
                "late",
                column.shapes().errors());
        say(remarks, column.missing() > 0, "missing", "", column.missing(), column.token());
        boolean needed = field != null && field.required();
        say(
                remarks,
                empty > 0 && all > 0 && column.missing() < empty,
                "empty",
                needed ? "late" : "",
                empty,
                percent(empty, all));
    }

    private static int percent(long part, long all) {
        return all == 0 ? 0 : (int) (100 * part / all);
    }

    private static void say(List<Remark> remarks, boolean so, String code, String state, Object... args) {
        if (so) {
            Remark remark = new Remark(code, state, List.of(args));
            boolean grave = state.equals("late")
                    || state.equals("due")
                            && remarks.stream().noneMatch(r -> r.state().equals("late"));
            remarks.add(grave ? 0 : remarks.size(), remark);
        }
    }
}
