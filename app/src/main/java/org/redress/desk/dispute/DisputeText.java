package org.redress.desk.dispute;

import org.redress.platform.web.Problem;

/** What people wrote, without white space around it; a 422 problem that names the field where it cannot be taken. */
final class DisputeText {

    private static final int LONGEST = 1000;

    private DisputeText() {}

    static String required(String given, String field) {
        String text = optional(given, field);
        if (text.isEmpty()) {
            throw Problem.invalid("dispute.missing", field);
        }
        return text;
    }

    static String optional(String given, String field) {
        String text = given.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .strip();
        if (text.length() > LONGEST) {
            throw Problem.invalid("dispute.long", field, LONGEST);
        }
        return text;
    }
}
