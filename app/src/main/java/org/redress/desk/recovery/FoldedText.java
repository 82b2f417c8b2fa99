package org.redress.desk.recovery;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * A text as words are looked up in it: NFKC, case-folded, typographic apostrophes straight, runs of white space one
 * blank, none beside an ideograph. It remembers where each character came from, so that findings quote the original.
 */
final class FoldedText {

    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final char FIRST_IDEOGRAPHIC = '\u2e80';
    private static final char BY_RULE = 0;
    private static final char[] FOLDED = new char[0x10000];

    static {
        for (int c = 1; c < FOLDED.length; c++) {
            String folded = Character.isSurrogate((char) c)
                    ? String.valueOf((char) c)
                    : NFKC_CASEFOLD.normalize(String.valueOf((char) c));
            FOLDED[c] = folded.length() == 1 ? folded.charAt(0) : BY_RULE;
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                FOLDED[c] = ' ';
            }
        }
        FOLDED['\u2019'] = '\'';
        FOLDED['\u2018'] = '\'';
    }

    private final String source;
    private char[] chars;
    private int[] origin;
    private int length;

    private FoldedText(String source) {
        this.source = source;
        this.chars = new char[source.length() + 8];
        this.origin = new int[source.length() + 8];
    }

    static FoldedText of(String source) {
        FoldedText folded = new FoldedText(source);
        for (int i = 0; i < source.length(); i++) {
            char one = FOLDED[source.charAt(i)];
            if (one != BY_RULE) {
                folded.append(one, i);
            } else {
                for (char c :
                        NFKC_CASEFOLD.normalize(source.substring(i, i + 1)).toCharArray()) {
                    folded.append(c, i);
                }
            }
        }
        return folded;
    }

    private void append(char c, int from) {
        boolean afterBlank = length > 0 && chars[length - 1] == ' ';
        if (c == ' ' && (length == 0 || afterBlank || ideographic(chars[length - 1]))) {
            return;
        }
        if (afterBlank && ideographic(c)) {
            length--;
        }
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            origin = Arrays.copyOf(origin, length * 2);
        }
        chars[length] = c;
        origin[length++] = from;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    /** Whether a word of letters could begin or end between the characters at {@code index - 1} and {@code index}. */
    boolean wordBreakAt(int index) {
        return index == 0 || index == length || !spelling(chars[index - 1]) || !spelling(chars[index]);
    }

    boolean endsWith(String word, int end) {
        int start = end - word.length();
        if (start < 0) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (chars[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return ideographic(word.charAt(0)) || wordBreakAt(start);
    }

    /** What stands there in the original. */
    String quote(int start, int end) {
        return source.substring(origin[start], origin[end - 1] + 1);
    }

    static boolean ideographic(char c) {
        return c >= FIRST_IDEOGRAPHIC;
    }

    /** A character of a word that white space or punctuation ends. */
    static boolean spelling(char c) {
        return !ideographic(c) && Character.isLetterOrDigit(c);
    }
}
