package org.redress.ground.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.platform.web.Problem;

/** A text with names in double braces. Nothing else has a meaning, so no text can do more than show its parameters. */
final class TemplateText {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}}");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");
    private static final int AROUND = 20;

    private TemplateText() {}

    /** Refuses a text that has a name which is not in the list, or braces without a name. */
    static void check(String field, String text, List<String> names) {
        for (String name : names(text)) {
            if (!names.contains(name)) {
                throw Problem.invalid("template.name", field, name, String.join(", ", names));
            }
        }
        String rest = PLACE.matcher(text).replaceAll("");
        Matcher left = BRACES.matcher(rest);
        if (left.find()) {
            throw Problem.invalid("template.braces", field, around(rest, left.start()));
        }
    }

    /** The names that a text asks for, in its order. */
    static List<String> names(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** The text with its parameters; a {@link DeliveryFailure} that names what is missing. */
    static String fill(String text, Map<String, String> parameters) {
        List<String> missing = new ArrayList<>(names(text));
        missing.removeAll(parameters.keySet());
        if (!missing.isEmpty()) {
            throw new DeliveryFailure(DeliveryFault.NAME_ABSENT, String.join(", ", missing));
        }
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(parameters.get(found.group(1))));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND))
                .strip();
    }
}
