package org.redress.desk.procedure;

import org.redress.platform.web.Problem;

/** What people type, trimmed and measured. */
final class Texts {

    private Texts() {}

    static String within(String typed, String field, int longest) {
        String text = typed.strip();
        if (text.length() > longest) {
            throw Problem.invalid("segment.text.long", field, longest);
        }
        return text;
    }

    static String required(String typed, String field, int longest) {
        String text = within(typed, field, longest);
        if (text.isEmpty()) {
            throw Problem.invalid("segment.text.missing", field);
        }
        return text;
    }
}
