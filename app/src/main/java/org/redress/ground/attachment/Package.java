package org.redress.ground.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** Looks into the zip that today's office documents are. Nothing of it is unpacked but the first bytes of two small parts. */
final class Package {

    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_MANIFEST = 1 << 20;

    private Package() {}

    static FileType type(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw Problem.invalid("attachment.encrypted", Attachments.FIELD);
                }
                if (name.endsWith("vbaproject.bin") || name.startsWith("basic/") || name.startsWith("scripts/")) {
                    throw Problem.invalid("attachment.macro", Attachments.FIELD);
                }
            }
            FileType type = office(zip);
            if (type == null) {
                throw Problem.invalid("attachment.archive", Attachments.FIELD);
            }
            return type;
        } catch (IOException broken) {
            throw Problem.invalid("attachment.damaged", Attachments.FIELD);
        }
    }

    private static @Nullable FileType office(ZipFile zip) throws IOException {
        if (zip.getEntry("[Content_Types].xml") != null) {
            if (zip.getEntry("word/document.xml") != null) {
                return FileType.DOCX;
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return FileType.XLSX;
            }
            return zip.getEntry("ppt/presentation.xml") != null ? FileType.PPTX : null;
        }
        FileType type = FileType.ofMediaType(
                        beginning(zip, "mimetype", LONGEST_TYPE).strip())
                .orElse(null);
        if (type != FileType.ODT && type != FileType.ODS && type != FileType.ODP) {
            return null;
        }
        if (beginning(zip, "META-INF/manifest.xml", LONGEST_MANIFEST).contains("encryption-data")) {
            throw Problem.invalid("attachment.encrypted", Attachments.FIELD);
        }
        return type;
    }

    private static String beginning(ZipFile zip, String part, int longest) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(longest), StandardCharsets.UTF_8);
        }
    }
}
