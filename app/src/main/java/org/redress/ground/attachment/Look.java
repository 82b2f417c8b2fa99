package org.redress.ground.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.redress.platform.web.Problem;

/**
 * Tells what a file is by its bytes. The name and the type that were sent with it prove nothing; where they say something
 * else than the bytes, the file is refused.
 */
final class Look {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final Tika TIKA = new Tika(TYPES);

    private static final int HEAD = 1 << 16;
    private static final Set<String> UNSAID = Set.of("", "application/octet-stream", "binary/octet-stream");
    private static final Pattern HEADER = Pattern.compile("\\A[A-Za-z][A-Za-z0-9-]{1,60}:[ \\t]");

    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "application/xml", "text/javascript");
    private static final Pattern PROGRAM = Pattern.compile(
            "application/(x-msdownload.*|x-dosexec|x-ms-installer|x-msi|x-elf|x-executable|x-sharedlib|x-object|x-coredump"
                    + "|x-mach-o.*|x-sh|x-bat|x-ms-shortcut|java-vm|java-archive|vnd\\.android\\..*|wasm|x-bplist)"
                    + "|text/x-(python|perl|ruby|php|awk|vbscript|vbdotnet)|application/x-(php|perl|csh)");

    private Look() {}

    /** What a file is; a 422 problem where it is not one of the {@link FileType}s, or not what it is said to be. */
    static FileType at(Path file, FileName name, String declared) throws IOException {
        FileType type = byContent(file, name.lowEnding());
        if (!name.ending().isEmpty() && !type.ends(name.lowEnding())) {
            throw Problem.invalid("attachment.name", Attachments.FIELD, name.toString(), type.ending());
        }
        String said = declared.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!UNSAID.contains(said) && !type.called(said)) {
            throw Problem.invalid("attachment.declared", Attachments.FIELD, said, type.ending());
        }
        return type;
    }

    private static FileType byContent(Path file, String ending) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw Problem.invalid("attachment.empty", Attachments.FIELD);
        }
        String found = TIKA.detect(head);
        MediaType media = MediaType.parse(found);
        if (startsWith(head, "#!") && !startsWith(head, "#!AMR")
                || PROGRAM.matcher(found).matches()) {
            throw Problem.invalid("attachment.program", Attachments.FIELD);
        }
        if (PAGES.contains(found)) {
            throw Problem.invalid("attachment.page", Attachments.FIELD);
        }
        if (startsWith(head, "PK\u0003\u0004")) {
            return Package.type(file);
        }
        if (head.length > 8 && head[0] == (byte) 0xd0 && head[1] == (byte) 0xcf && head[2] == 0x11) {
            throw Problem.invalid(
                    OldOffice.encrypted(file) ? "attachment.encrypted" : "attachment.old", Attachments.FIELD);
        }
        if (found.equals("application/pdf")) {
            return pdf(file);
        }
        boolean text = TYPES.getMediaTypeRegistry().isInstanceOf(media, MediaType.TEXT_PLAIN)
                || MediaType.OCTET_STREAM.equals(media);
        if (text) {
            return text(file, head, found, ending);
        }
        return film(found, ending);
    }

    private static FileType pdf(Path file) throws IOException {
        if (Bytes.contain(file, Bytes.PDF_ENCRYPTED)) {
            throw Problem.invalid("attachment.encrypted", Attachments.FIELD);
        }
        return FileType.PDF;
    }

    /** Text has no bytes that tell its kinds apart; the ending may choose among them, nothing else. */
    private static FileType text(Path file, byte[] head, String found, String ending) throws IOException {
        if (!PlainText.is(file)) {
            throw unknown();
        }
        boolean mail = found.equals("message/rfc822")
                || HEADER.matcher(new String(head, 0, Math.min(200, head.length), StandardCharsets.ISO_8859_1))
                        .find();
        if (mail && FileType.EML.ends(ending) || found.equals("message/rfc822") && ending.isEmpty()) {
            return FileType.EML;
        }
        return FileType.CSV.ends(ending) ? FileType.CSV : FileType.TEXT;
    }

    /** Sounds and films share their packing; the ending may choose among those that do. */
    private static FileType film(String found, String ending) {
        List<FileType> possible = switch (found) {
            case "application/mp4", "video/mp4", "audio/mp4", "video/x-m4v" -> List.of(FileType.MP4, FileType.M4A);
            case "video/3gpp", "audio/3gpp", "video/3gpp2" -> List.of(FileType.THREE_GP, FileType.MP4, FileType.M4A);
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" -> List.of(FileType.HEIC);
            case "audio/x-wav" -> List.of(FileType.WAV);
            default -> FileType.ofMediaType(found).stream().toList();
        };
        return possible.stream()
                .filter(type -> type.ends(ending))
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .orElseThrow(Look::unknown);
    }

    private static boolean startsWith(byte[] head, String beginning) {
        if (head.length < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (head[i] != (byte) beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Problem unknown() {
        return Problem.invalid("attachment.unknown", Attachments.FIELD);
    }
}
