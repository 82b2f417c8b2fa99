package org.redress.ground.intake.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.ground.intake.Fold;
import org.redress.ground.intake.Mapping;
import org.redress.ground.intake.Mapping.Choice;
import org.redress.ground.intake.Mapping.DateDecision;
import org.redress.ground.intake.Mapping.Role;
import org.redress.ground.intake.Mapping.Use;
import org.redress.platform.web.Problem;
import org.springframework.util.MultiValueMap;

/** Reads the mapping that the form carries. */
final class SettingsForm {

    private static final String DATE = "date.";
    private static final String CODE = "code.";
    private static final String VALUE = "value.";

    private SettingsForm() {}

    static Mapping mapping(MultiValueMap<String, String> form) {
        List<Use> uses = new ArrayList<>();
        form.getOrDefault("use", List.of()).forEach(code -> uses.add(use(code)));
        Map<String, DateDecision> dates = new HashMap<>();
        Map<String, Map<String, String>> codes = new HashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith(DATE) && !values.getFirst().isEmpty()) {
                dates.put(name.substring(DATE.length()), decision(values.getFirst()));
            } else if (name.startsWith(CODE)) {
                String field = name.substring(CODE.length());
                codes.put(field, placed(form.getOrDefault(VALUE + field, List.of()), values));
            }
        });
        return new Mapping(uses, dates, codes);
    }

    private static Use use(String code) {
        if (code.isEmpty()) {
            return Use.NONE;
        }
        String field = code.substring(code.indexOf(':') + 1);
        return switch (code.substring(0, Math.max(0, code.indexOf(':')))) {
            case "field" -> Use.field(field);
            case "time" -> new Use(Role.TIME_OF, field);
            case "check" -> new Use(Role.CHECK_OF, field);
            default -> throw Problem.invalid("intake.mapping.field", "columns");
        };
    }

    private static DateDecision decision(String value) {
        try {
            int colon = value.indexOf(':');
            return colon < 0
                    ? new DateDecision(Choice.valueOf(value), -1)
                    : new DateDecision(
                            Choice.valueOf(value.substring(0, colon)), Integer.parseInt(value.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("intake.mapping.field", "columns");
        }
    }

    private static Map<String, String> placed(List<String> values, List<String> options) {
        Map<String, String> placed = new HashMap<>();
        for (int i = 0; i < Math.min(values.size(), options.size()); i++) {
            if (!options.get(i).isEmpty()) {
                placed.put(Fold.of(values.get(i)), options.get(i));
            }
        }
        return placed;
    }
}
