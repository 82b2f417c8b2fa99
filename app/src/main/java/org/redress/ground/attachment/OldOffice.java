package org.redress.ground.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The container of Word, Excel and PowerPoint before 2007; today's documents wear it once they have a password. */
final class OldOffice {

    private static final Pattern PACKAGE = Pattern.compile(Pattern.quote(
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)));

    private OldOffice() {}

    static boolean encrypted(Path file) throws IOException {
        return Bytes.contain(file, PACKAGE);
    }
}
