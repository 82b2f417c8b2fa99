package org.redress.ground.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.ground.intake.Mapping.Choice;
import org.redress.ground.intake.Mapping.Role;
import org.redress.ground.intake.Mapping.Use;
import org.redress.platform.web.Problem;

/** Which mappings can be taken. */
final class Mappings {

    private Mappings() {}

    /** Every use names a field of the target, none twice in one role, and required fields have a column. */
    static void check(List<IntakeField> fields, FileProfile profile, Mapping mapping) {
        Map<String, IntakeField> byCode = fields.stream().collect(Collectors.toMap(IntakeField::code, f -> f));
        if (mapping.uses().size() != profile.columns().size()) {
            throw Problem.invalid("intake.mapping.columns", "columns");
        }
        Set<Use> used = new HashSet<>();
        for (Use use : mapping.uses()) {
            if (use.role() != Role.IGNORE) {
                IntakeField field = byCode.get(String.valueOf(use.field()));
                boolean fits = field != null && (use.role() == Role.FIELD || field.type() == FieldType.MOMENT);
                if (!fits) {
                    throw Problem.invalid("intake.mapping.field", "columns");
                }
                if (!used.add(use)) {
                    throw Problem.invalid("intake.mapping.twice", "columns", String.valueOf(use.field()));
                }
            }
        }
    }

    /** Nothing is written while somebody has to say which number is the day. */
    static void requireDecided(List<DateConflict> conflicts, Mapping mapping) {
        for (DateConflict conflict : conflicts) {
            if (mapping.decision(conflict.field()).choice() == Choice.OPEN) {
                throw Problem.conflict(
                        "intake.conflict.open",
                        conflict.dates().both(),
                        conflict.dates().dayFirst(),
                        conflict.dates().monthFirst(),
                        conflict.outsiders());
            }
        }
    }
}
