package org.redress.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people typed into a form; a {@code typed.…} problem (422) that names the field where it cannot be taken. */
public final class Typed {

    /** Characters that fit a line where its room sets no other limit. */
    public static final int LINE = 300;

    /** Characters that fit a text where its room sets no other limit. */
    public static final int TEXT = 2_000;

    private static final String MISSING = "typed.missing";

    /** What no keyboard types and no screen shows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Typed() {}

    /** Refuses what holds characters that nobody can see: cutting them out could change what was meant. */
    public static void seen(String lines, String field) {
        if (UNSEEN.matcher(lines).find()) {
            throw Problem.invalid("typed.unseen", field);
        }
    }

    /** A text that must be there, of at most {@link #TEXT} characters. */
    public static String required(@Nullable String given, String field) {
        return required(given, field, TEXT);
    }

    /** A text that must be there. */
    public static String required(@Nullable String given, String field, int longest) {
        return there(optional(given, field, longest), field);
    }

    /** A text that may be missing, without white space around it; empty where it is. */
    public static String optional(@Nullable String given, String field, int longest) {
        if (given == null) {
            return "";
        }
        String lines = given.replace("\r\n", "\n").replace('\r', '\n');
        seen(lines, field);
        String text = lines.strip();
        if (text.length() > longest) {
            throw Problem.invalid("typed.long", field, longest);
        }
        return text;
    }

    /** One line that must be there, of at most {@link #LINE} characters. */
    public static String line(@Nullable String given, String field) {
        return there(SPACE.matcher(optional(given, field, LINE)).replaceAll(" "), field);
    }

    /** A day that must be there. */
    public static LocalDate day(@Nullable String given, String field) {
        String day = there(optional(given, field, LINE), field);
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("typed.day", field);
        }
    }

    /** A choice of a closed list by its name. */
    public static <E extends Enum<E>> E choice(Class<E> list, @Nullable String given, @Nullable String field) {
        return Arrays.stream(list.getEnumConstants())
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("typed.choose", field));
    }

    private static String there(String text, String field) {
        if (text.isEmpty()) {
            throw Problem.invalid(MISSING, field);
        }
        return text;
    }
}
