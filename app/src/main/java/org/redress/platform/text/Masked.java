package org.redress.platform.text;

/**
 * Personal data as lists show it: enough to recognise, not enough to use. Works on code points, so that no character is
 * cut in half.
 */
public final class Masked {

    private static final String STARS = "****";

    private Masked() {}

    /** A number with its first three and last four digits, {@code 138****2046}; a short one with its last two. */
    public static String phone(String number) {
        if (number.isBlank()) {
            return number;
        }
        int digits = (int) number.codePoints().filter(Character::isDigit).count();
        if (digits < 5) {
            return STARS;
        }
        return digits >= 9 ? keep(number, 3, 4) : keep(number, 0, 2);
    }

    /** An address with the first character of its mailbox and its domain, {@code z***@example.org}. */
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        return at < 1
                ? name(address)
                : address.substring(0, address.offsetByCodePoints(0, 1)) + "***" + address.substring(at);
    }

    /** A name with its first character only: a Chinese name keeps its family name. */
    public static String name(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /** Any other number or code with the last four characters, e.g. a customer's external id. */
    public static String code(String code) {
        return code.codePointCount(0, code.length()) <= 4 ? STARS : keep(code, 0, 4);
    }

    /** The first and the last so many digits or letters, punctuation between them gone. */
    private static String keep(String text, int first, int last) {
        String plain = text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int length = plain.codePointCount(0, plain.length());
        return plain.substring(0, plain.offsetByCodePoints(0, Math.min(first, length)))
                + STARS
                + plain.substring(plain.offsetByCodePoints(0, Math.max(0, length - last)));
    }
}
