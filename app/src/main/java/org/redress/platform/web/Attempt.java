package org.redress.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that could not be taken, with everything that was typed into it.
 *
 * @param form its name; empty where none came back
 * @param field the field at fault, or null
 */
public record Attempt(
        String form, Map<String, String> typed, @Nullable String field, String error) {

    public static final Attempt NONE = new Attempt("", Map.of(), null, "");

    /** What was typed into a field of a form, else the given. */
    public String value(String name, String at, String otherwise) {
        return form.equals(name) ? typed.getOrDefault(at, "") : otherwise;
    }

    /** Whether a box of a form was ticked. */
    public boolean ticked(String name, String at) {
        return form.equals(name) && typed.containsKey(at);
    }

    /** What is wrong with a field of a form, or null. */
    public @Nullable String error(String name, String at) {
        return form.equals(name) && at.equals(field) ? error : null;
    }

    /** Whether a form of this name came back. */
    public boolean of(String name) {
        return form.equals(name);
    }
}
