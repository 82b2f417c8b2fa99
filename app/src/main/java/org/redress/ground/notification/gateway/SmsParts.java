package org.redress.ground.notification.gateway;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text cut into what fits into short messages (3GPP TS 23.040): 160 characters of the default alphabet or 70 of UCS-2,
 * and 153 or 67 where there are several, each then led by six bytes that say which part of which text it is.
 *
 * @param wide whether it is UCS-2
 */
record SmsParts(boolean wide, List<byte[]> parts) {

    /** What is the same character in ASCII and in the default alphabet; everything else is sent as UCS-2. */
    private static final Pattern NARROW = Pattern.compile("[A-Za-z0-9 \\n.,:;!?'\"()/+\\-*%&<>=#]*");

    private static final int ONE_NARROW = 160;
    private static final int ONE_WIDE = 70;
    private static final int EACH_NARROW = 153;
    private static final int EACH_WIDE = 67;
    private static final int MOST = 255;

    /** Length, kind and length of the one element: concatenation with a reference of eight bits. */
    private static final byte[] HEADER = {5, 0, 3};

    boolean whole() {
        return parts.size() == 1;
    }

    static SmsParts of(String text, byte reference) {
        boolean wide = !NARROW.matcher(text).matches();
        Charset charset = wide ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
        if (text.length() <= (wide ? ONE_WIDE : ONE_NARROW)) {
            return new SmsParts(wide, List.of(text.getBytes(charset)));
        }
        List<String> cut = cut(text, wide ? EACH_WIDE : EACH_NARROW);
        List<byte[]> parts = new ArrayList<>();
        for (String piece : cut) {
            parts.add(part(piece.getBytes(charset), reference, cut.size(), parts.size() + 1));
        }
        return new SmsParts(wide, List.copyOf(parts));
    }

    private static byte[] part(byte[] words, byte reference, int all, int number) {
        byte[] part = new byte[HEADER.length + 3 + words.length];
        System.arraycopy(HEADER, 0, part, 0, HEADER.length);
        part[HEADER.length] = reference;
        part[HEADER.length + 1] = (byte) all;
        part[HEADER.length + 2] = (byte) number;
        System.arraycopy(words, 0, part, HEADER.length + 3, words.length);
        return part;
    }

    /** No character of two units is torn; what goes beyond 255 parts is left off. */
    private static List<String> cut(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length() && pieces.size() < MOST) {
            int to = Math.min(text.length(), from + longest);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
