package org.redress.ground.intake;

import java.text.Normalizer;
import java.util.Locale;

/** Makes names comparable: without case, space, punctuation and the width of letters. */
public final class Fold {

    private Fold() {}

    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        // A name of nothing but signs is itself.
        return folded.isEmpty() ? plain.strip() : folded.toString();
    }
}
