package org.redress.desk.fault;

import org.redress.platform.web.Problem;

/** What people wrote, without white space around it. */
final class FaultTexts {

    static final int LONGEST = 2000;

    private FaultTexts() {}

    /** A text that must be there; a 422 problem that names the field where it cannot be taken. */
    static String required(String given, String field) {
        String text = within(given, field);
        if (text.isEmpty()) {
            throw Problem.invalid("fault.missing", field);
        }
        return text;
    }

    static String within(String given, String field) {
        String text = given.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .strip();
        if (text.length() > LONGEST) {
            throw Problem.invalid("fault.long", field, LONGEST);
        }
        return text;
    }
}
