package org.redress.desk.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.SearchText;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;

/** What people wrote, made fit to be kept: no control characters, no white space around it, within its length. */
final class Wording {

    static final int LONGEST_SUBJECT = 300;
    static final int LONGEST_TEXT = 100_000;
    static final int LONGEST_REASON = 2_000;
    private static final int SUBJECT_FROM_TEXT = 60;
    private static final int KEY = 120;
    /** Bytes of a digest that tell some hundred thousand subjects apart. */
    private static final int TELLING = 12;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern EDGE = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("[\\n。！？!?]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Wording() {}

    /** Running text, with its line breaks. */
    static String text(String raw) {
        String unix = raw.replace("\r\n", "\n").replace('\r', '\n');
        return EDGE.matcher(CONTROL.matcher(unix).replaceAll("")).replaceAll("");
    }

    /** One line. */
    static String line(String raw) {
        return SPACE.matcher(text(raw)).replaceAll(" ");
    }

    static @Nullable String lineOrNull(@Nullable String raw) {
        String line = raw == null ? "" : line(raw);
        return line.isEmpty() ? null : line;
    }

    /**
     * A text that a person wrote and that must be there; a 422 problem {@code ticket.text.missing}, {@code ticket.text.long} or
     * {@code typed.unseen} where it cannot be taken.
     */
    static String required(@Nullable String raw, String field, int longest) {
        String text = typed(raw, field);
        if (text.isEmpty()) {
            throw Problem.invalid("ticket.text.missing", field);
        }
        return within(text, field, longest);
    }

    /** A text that may be missing. */
    static @Nullable String optional(@Nullable String raw, String field, int longest) {
        String text = typed(raw, field);
        return text.isEmpty() ? null : within(text, field, longest);
    }

    private static String typed(@Nullable String raw, String field) {
        if (raw == null) {
            return "";
        }
        Typed.seen(raw.replace("\r\n", "\n").replace('\r', '\n'), field);
        return text(raw);
    }

    static String within(String text, String field, int longest) {
        if (text.length() > longest) {
            throw Problem.invalid("ticket.text.long", field, longest);
        }
        return text;
    }

    /** What stands for a subject where the customer gave none: the beginning of the text. */
    static String subjectFrom(String text) {
        return cut(line(FIRST_SENTENCE.split(text, 2)[0]), SUBJECT_FROM_TEXT);
    }

    /** At most so long; what was cut off is marked, and no character is cut in half. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Two subjects with the same key say the same, but for case, width, space and punctuation. */
    static String key(String subject) {
        String bare = NO_WORD.matcher(SearchText.plain(subject)).replaceAll("");
        return bare.length() <= KEY ? bare : bare.substring(0, KEY);
    }

    /** Tells other rooms which subjects say the same, without their words; empty where there is none. */
    static String alike(String subject) {
        String key = key(subject);
        if (key.isEmpty()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TELLING);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
