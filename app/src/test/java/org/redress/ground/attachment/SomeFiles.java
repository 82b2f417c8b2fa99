package org.redress.ground.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The beginnings of files of all kinds, as small as they can be. */
public final class SomeFiles {

    private SomeFiles() {}

    public static byte[] pdf() {
        return ascii("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    /** One whose words differ from those of every other number. */
    public static byte[] pdf(int number) {
        return ascii("%PDF-1.7\n% " + number + "\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    static byte[] pdfWithPassword() {
        return ascii("%PDF-1.7\n" + " ".repeat(65_520) + "trailer<</Root 1 0 R/Encrypt 5 0 R>>\n%%EOF\n");
    }

    static byte[] png() {
        return hex("89504e470d0a1a0a0000000d494844520000000100000001080600000031f15c4890000000");
    }

    static byte[] jpeg() {
        return hex("ffd8ffe000104a46494600010100000100010000ffd9");
    }

    static byte[] gif() {
        return ascii("GIF89a\u0001");
    }

    static byte[] webp() {
        return ascii("RIFF\u0024\0\0\0WEBPVP8 \u0018\0\0\0");
    }

    static byte[] heic() {
        return ascii("\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
    }

    static byte[] mp3() {
        return ascii("ID3\u0003\0\0\0\0\0\n0000000000");
    }

    static byte[] wav() {
        return ascii("RIFF\u0024\0\0\0WAVEfmt \u0010\0\0\0");
    }

    static byte[] amr() {
        return ascii("#!AMR\n\u003c\u0091\u0017");
    }

    static byte[] mp4() {
        return ascii("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom");
    }

    static byte[] m4a() {
        return ascii("\0\0\0\u0018ftypM4A \0\0\0\0M4A mp42");
    }

    static byte[] mail() {
        return ascii(
                "Received: from a by b\r\nFrom: a@example.org\r\nTo: b@example.org\r\nSubject: bill\r\n\r\nWords\r\n");
    }

    static byte[] program() {
        byte[] file = new byte[512];
        byte[] head = ascii("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0");
        System.arraycopy(head, 0, file, 0, head.length);
        file[0x3c] = 0x40;
        System.arraycopy(ascii("PE\0\0"), 0, file, 0x40, 4);
        return file;
    }

    static byte[] elf() {
        return hex("7f454c460201010000000000000000000200 3e00 01000000".replace(" ", ""));
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>");
    }

    static byte[] xlsx() {
        return zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>");
    }

    static byte[] pptx() {
        return zip("[Content_Types].xml", "<Types/>", "ppt/presentation.xml", "<w/>");
    }

    static byte[] odt() {
        return zip("mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", "<m/>");
    }

    static byte[] ods() {
        return zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml", "<m/>");
    }

    static byte[] oldOffice(String inside) {
        byte[] head = hex("d0cf11e0a1b11ae1");
        byte[] words = inside.getBytes(StandardCharsets.UTF_16LE);
        byte[] file = new byte[70_000];
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(words, 0, file, 65_530, words.length);
        return file;
    }

    static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] hex(String figures) {
        return HexFormat.of().parseHex(figures);
    }
}
