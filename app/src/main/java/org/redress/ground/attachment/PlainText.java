package org.redress.ground.attachment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a file is text from its first character to its last, in an encoding that is met with here. */
final class PlainText {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16);
    private static final String LAYOUT = "\t\n\r\f\ufeff";

    private PlainText() {}

    static boolean is(Path file) throws IOException {
        for (Charset encoding : ENCODINGS) {
            if (readable(file, encoding)) {
                return true;
            }
        }
        return false;
    }

    private static boolean readable(Path file, Charset encoding) throws IOException {
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(file),
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] piece = new char[1 << 14];
            for (int n = reader.read(piece); n >= 0; n = reader.read(piece)) {
                for (int i = 0; i < n; i++) {
                    if (unseen(piece[i])) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    /** Without this any bytes of even number would pass as UTF-16. */
    private static boolean unseen(char one) {
        return Character.isISOControl(one) && LAYOUT.indexOf(one) < 0
                || Character.getType(one) == Character.PRIVATE_USE
                || !Character.isSurrogate(one) && !Character.isDefined(one);
    }
}
