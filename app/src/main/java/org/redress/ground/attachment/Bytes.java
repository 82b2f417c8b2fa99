package org.redress.ground.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Looks for a trace anywhere in a file, a piece at a time. */
final class Bytes {

    /** How a PDF points to the way in which it is encrypted (ISO 32000-1, 7.6.1). */
    static final Pattern PDF_ENCRYPTED = Pattern.compile("/Encrypt\\s*(?:\\d{1,10}\\s+\\d{1,5}\\s+R|<<)");

    private static final int PIECE = 1 << 16;
    private static final int OVERLAP = 128;

    private Bytes() {}

    static boolean contain(Path file, Pattern trace) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[OVERLAP + PIECE];
            int kept = 0;
            for (int n = in.readNBytes(window, kept, PIECE); n > 0; n = in.readNBytes(window, kept, PIECE)) {
                int length = kept + n;
                if (trace.matcher(new String(window, 0, length, StandardCharsets.ISO_8859_1))
                        .find()) {
                    return true;
                }
                kept = Math.min(OVERLAP, length);
                System.arraycopy(window, length - kept, window, 0, kept);
            }
            return false;
        }
    }
}
