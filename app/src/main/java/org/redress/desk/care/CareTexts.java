package org.redress.desk.care;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** What people typed, refused with its field where it cannot be kept as it is. */
public final class CareTexts {

    public static final int LONGEST_LINE = 300;
    public static final int LONGEST_TEXT = 2_000;

    /** What no keyboard types and no screen shows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private CareTexts() {}

    /** One line that must be there. */
    public static String line(@Nullable String given, String field) {
        String line = SPACE.matcher(optional(given, field, LONGEST_LINE)).replaceAll(" ");
        return there(line, field);
    }

    /** A text that must be there. */
    public static String required(@Nullable String given, String field) {
        return there(optional(given, field, LONGEST_TEXT), field);
    }

    private static String there(String text, String field) {
        if (text.isEmpty()) {
            throw Problem.invalid("care.missing", field);
        }
        return text;
    }

    /** A text that may be missing; empty where it is. */
    public static String optional(@Nullable String given, String field, int longest) {
        if (given == null) {
            return "";
        }
        if (UNSEEN.matcher(given).find()) {
            throw Problem.invalid("care.unseen", field);
        }
        String text = given.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.length() > longest) {
            throw Problem.invalid("care.long", field, longest);
        }
        return text;
    }

    /** A choice of a closed list. */
    public static <E extends Enum<E>> E choice(Class<E> list, @Nullable String given, String field) {
        for (E one : list.getEnumConstants()) {
            if (one.name().equals(given)) {
                return one;
            }
        }
        throw Problem.invalid("care.choose", field);
    }
}
