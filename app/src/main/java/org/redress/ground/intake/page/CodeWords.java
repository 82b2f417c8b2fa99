package org.redress.ground.intake.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.ground.intake.FaultWords;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.Fold;
import org.redress.ground.intake.IntakeField;
import org.redress.ground.intake.Mapping.Role;
import org.redress.ground.intake.StoredFile;
import org.redress.ground.intake.reading.CodeNames;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;

/** Says which values of a file no option is known for, so that a person can place them. */
final class CodeWords {

    private CodeWords() {}

    static List<MappingPage.Codes> codes(List<IntakeField> fields, StoredFile file, FaultWords faults, Words words) {
        List<MappingPage.Codes> codes = new ArrayList<>();
        for (IntakeField field : fields) {
            if (field.type() == FieldType.CODE) {
                List<MappingPage.Value> values = values(field, file);
                if (!values.isEmpty()) {
                    codes.add(new MappingPage.Codes(
                            field.code(), faults.label(field.code()), options(field, faults, words), values));
                }
            }
        }
        return codes;
    }

    private static List<MappingPage.Value> values(IntakeField field, StoredFile file) {
        Map<String, String> known = CodeNames.of(field, Map.of());
        Map<String, String> placed = file.mapping().codes().getOrDefault(field.code(), Map.of());
        List<MappingPage.Value> values = new ArrayList<>();
        file.mapping()
                .column(Role.FIELD, field.code())
                .ifPresent(column -> file.profile()
                        .columns()
                        .get(column)
                        .values()
                        .forEach((value, rows) -> {
                            if (!known.containsKey(Fold.of(value))) {
                                values.add(new MappingPage.Value(value, rows, placed.getOrDefault(Fold.of(value), "")));
                            }
                        }));
        return values;
    }

    private static List<Choice> options(IntakeField field, FaultWords faults, Words words) {
        List<Choice> options = new ArrayList<>();
        options.add(new Choice("", words.text("intake.code.none")));
        field.options()
                .forEach(option -> options.add(new Choice(option.code(), faults.label(field.code(), option.code()))));
        return options;
    }
}
