package org.redress.desk.care;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that could not be taken, with everything that was typed into it.
 *
 * @param form its name; empty where none came back
 * @param field the field at fault, or null
 */
public record Attempted(
        String form, Map<String, String> typed, @Nullable String field, String error) {

    public static final Attempted NONE = new Attempted("", Map.of(), null, "");

    /** What was typed into a field of a form, else the given. */
    public String value(String name, String at, String otherwise) {
        return form.equals(name) ? typed.getOrDefault(at, "") : otherwise;
    }

    /** What is wrong with a field of a form, or null. */
    public @Nullable String error(String name, String at) {
        return form.equals(name) && at.equals(field) ? error : null;
    }
}
