package org.redress.desk.recovery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** What people typed, refused with its field where it cannot be kept as it is. */
public final class RecoveryTexts {

    public static final int LONGEST = 1_000;

    /** What no keyboard types and no screen shows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    private RecoveryTexts() {}

    /** A text that must be there; a problem {@code recovery.missing} where it is not. */
    public static String required(@Nullable String given, String field) {
        String text = optional(given, field);
        if (text.isEmpty()) {
            throw Problem.invalid("recovery.missing", field);
        }
        return text;
    }

    /** A text of at most {@link #LONGEST} characters; empty where there is none. */
    public static String optional(@Nullable String given, String field) {
        if (given == null) {
            return "";
        }
        if (UNSEEN.matcher(given).find()) {
            throw Problem.invalid("recovery.unseen", field);
        }
        String text = given.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.length() > LONGEST) {
            throw Problem.invalid("recovery.long", field, LONGEST);
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
        throw Problem.invalid("recovery.choose", field);
    }
}
