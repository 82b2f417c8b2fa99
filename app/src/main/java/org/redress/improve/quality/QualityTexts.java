package org.redress.improve.quality;

import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** What people wrote, without white space around it. */
public final class QualityTexts {

    public static final int LONGEST = 2000;

    private QualityTexts() {}

    /** A text that must be there; a 422 problem that names the field where it cannot be taken. */
    public static String required(@Nullable String given, String field) {
        String text = within(given, field, LONGEST);
        if (text.isEmpty()) {
            throw Problem.invalid("quality.missing", field);
        }
        return text;
    }

    public static String within(@Nullable String given, String field, int longest) {
        String text = given == null
                ? ""
                : given.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                        .strip();
        if (text.length() > longest) {
            throw Problem.invalid("quality.long", field, longest);
        }
        return text;
    }
}
