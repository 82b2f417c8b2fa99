package org.redress.ground.intake.page;

import java.util.regex.Pattern;
import org.redress.ground.intake.FieldType;
import org.redress.ground.intake.FileProfile;
import org.redress.platform.text.Masked;

/** Cells of a file as a page shows them: numbers and addresses of people masked, long texts cut. */
final class Veil {

    private static final int LONGEST = 80;
    private static final int SAMPLE = 18;
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{11,18}|0\\d{2,3}[- ]\\d{7,8}");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");

    private Veil() {}

    /** A cell of a column; of one with telephone numbers or addresses all of it is masked. */
    static String cell(String text, FileProfile.Column column) {
        double n = Math.max(1, column.filled());
        if (column.shapes().phones() / n >= 0.3) {
            return Masked.phone(text);
        }
        return column.shapes().emails() / n >= 0.3 ? Masked.email(text) : text(text);
    }

    /** A cell short enough to stand beside others. */
    static String sample(String text, FileProfile.Column column) {
        String shown = cell(text, column);
        int end = shown.offsetByCodePoints(0, Math.min(SAMPLE, shown.codePointCount(0, shown.length())));
        return end == shown.length() ? shown : shown.substring(0, end) + "…";
    }

    static String value(String text, FieldType type) {
        return switch (type) {
            case PHONE -> Masked.phone(text);
            case EMAIL -> Masked.email(text);
            case EXTERNAL_NUMBER -> text;
            default -> text(text);
        };
    }

    /** Running text without the numbers and addresses in it. */
    static String text(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String shown = line.length() <= LONGEST
                ? line
                : line.substring(0, Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST) + "…";
        String numbers = NUMBER.matcher(shown).replaceAll(found -> Masked.phone(found.group()));
        return MAIL.matcher(numbers).replaceAll(found -> Masked.email(found.group()));
    }
}
