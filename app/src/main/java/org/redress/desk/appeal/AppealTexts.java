package org.redress.desk.appeal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** What people typed into a form of this room, refused with its field where it cannot be taken. */
public final class AppealTexts {

    public static final int LINE = 200;
    public static final int WORDS = 4000;

    private static final int YEARS = 20;

    private AppealTexts() {}

    /** A text that must be there. */
    public static String required(@Nullable String given, String field, int longest) {
        String text = optional(given, field, longest);
        if (text.isEmpty()) {
            throw Problem.invalid("appeal.missing", field);
        }
        return text;
    }

    /** A text that may be empty, without what no keyboard types. */
    public static String optional(@Nullable String given, String field, int longest) {
        String text = given == null
                ? ""
                : given.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                        .strip();
        if (text.length() > longest) {
            throw Problem.invalid("appeal.long", field, longest);
        }
        return text;
    }

    /** A day on which something happened that can still be of interest. */
    public static void within(LocalDate day, LocalDate today, String field) {
        if (day.isBefore(today.minusYears(YEARS))) {
            throw Problem.invalid("appeal.day.old", field, YEARS);
        }
    }

    public static LocalDate day(String given, String field) {
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("appeal.day", field);
        }
    }

    /** A choice of a list by its name. */
    public static <E extends Enum<E>> E choice(Class<E> list, String given, String field) {
        return Arrays.stream(list.getEnumConstants())
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("appeal.choose", field));
    }
}
