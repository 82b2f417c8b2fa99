package org.redress.ground.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.platform.web.Problem;

@Tag("S5.1")
class FileTypeTest {

    @TempDir
    Path folder;

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("a.pdf", "application/pdf", SomeFiles.pdf(), FileType.PDF),
                Arguments.of("a.png", "image/png", SomeFiles.png(), FileType.PNG),
                Arguments.of("a.JPG", "image/pjpeg", SomeFiles.jpeg(), FileType.JPEG),
                Arguments.of("a.gif", "", SomeFiles.gif(), FileType.GIF),
                Arguments.of("a.webp", "image/webp", SomeFiles.webp(), FileType.WEBP),
                Arguments.of("a.heic", "application/octet-stream", SomeFiles.heic(), FileType.HEIC),
                Arguments.of("a.docx", "", SomeFiles.docx(), FileType.DOCX),
                Arguments.of("a.xlsx", "", SomeFiles.xlsx(), FileType.XLSX),
                Arguments.of("a.pptx", "", SomeFiles.pptx(), FileType.PPTX),
                Arguments.of("a.odt", "", SomeFiles.odt(), FileType.ODT),
                Arguments.of("a.ods", "", SomeFiles.ods(), FileType.ODS),
                Arguments.of("a.eml", "message/rfc822", SomeFiles.mail(), FileType.EML),
                Arguments.of("a.mp3", "audio/mpeg", SomeFiles.mp3(), FileType.MP3),
                Arguments.of("a.wav", "audio/x-wav", SomeFiles.wav(), FileType.WAV),
                Arguments.of("a.amr", "audio/amr", SomeFiles.amr(), FileType.AMR),
                Arguments.of("a.mp4", "video/mp4", SomeFiles.mp4(), FileType.MP4),
                Arguments.of("a.m4a", "audio/x-m4a", SomeFiles.m4a(), FileType.M4A),
                Arguments.of("a.txt", "text/plain; charset=utf-8", utf8("话费多收了\n"), FileType.TEXT),
                Arguments.of("a.csv", "application/vnd.ms-excel", utf8("号码,金额\n"), FileType.CSV));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void what_a_desk_opens_is_known_by_its_bytes(String name, String declared, byte[] bytes, FileType type)
            throws IOException {
        assertThat(look(name, declared, bytes)).isEqualTo(type);
        assertThat(look("without an ending", "", bytes).mediaType()).isNotEmpty();
    }

    @Test
    void text_of_a_windows_desk_is_text_too() throws IOException {
        byte[] gb = "话费多收了，请核对三月份账单。\r\n".repeat(9000).getBytes(Charset.forName("GB18030"));

        assertThat(look("账单.txt", "text/plain", gb)).isEqualTo(FileType.TEXT);
        assertThat(look("a.txt", "", "\ufeff账单\r\n".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(FileType.TEXT);
        assertThat(refusal("a.txt", "", Arrays.copyOf(gb, gb.length + 3))).isEqualTo("attachment.unknown");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("attachment.empty", "a.pdf", new byte[0]),
                Arguments.of("attachment.program", "setup.exe", SomeFiles.program()),
                Arguments.of("attachment.program", "bill.pdf", SomeFiles.program()),
                Arguments.of("attachment.program", "a.txt", utf8("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("attachment.program", "a", SomeFiles.elf()),
                Arguments.of(
                        "attachment.page", "a.html", utf8("<!DOCTYPE html><html><script>alert(1)</script></html>")),
                Arguments.of("attachment.page", "a.png", utf8("<html><body onload=alert(1)></body></html>")),
                Arguments.of(
                        "attachment.page",
                        "a.svg",
                        utf8("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")),
                Arguments.of("attachment.encrypted", "a.pdf", SomeFiles.pdfWithPassword()),
                Arguments.of("attachment.encrypted", "a.docx", SomeFiles.oldOffice("EncryptedPackage")),
                Arguments.of(
                        "attachment.encrypted",
                        "a.odt",
                        SomeFiles.zip(
                                "mimetype",
                                "application/vnd.oasis.opendocument.text",
                                "META-INF/manifest.xml",
                                "<manifest:encryption-data/>")),
                Arguments.of("attachment.old", "a.doc", SomeFiles.oldOffice("WordDocument")),
                Arguments.of(
                        "attachment.macro",
                        "a.docx",
                        SomeFiles.zip(
                                "[Content_Types].xml",
                                "<T/>",
                                "word/document.xml",
                                "<w/>",
                                "word/vbaProject.bin",
                                "x")),
                Arguments.of("attachment.archive", "a.zip", SomeFiles.zip("a.txt", "words")),
                Arguments.of("attachment.archive", "a.docx", SomeFiles.zip("evil.txt", "words")),
                Arguments.of("attachment.damaged", "a.docx", Arrays.copyOf(SomeFiles.docx(), 60)),
                Arguments.of("attachment.unknown", "a.txt", SomeFiles.ascii("\0\u0001\u0002\u0003\u0004")),
                Arguments.of("attachment.name", "a.pdf", SomeFiles.jpeg()),
                Arguments.of("attachment.name", "a.pdf.exe", SomeFiles.pdf()),
                Arguments.of("attachment.name", "a.docx", SomeFiles.xlsx()),
                Arguments.of("attachment.name", "a.mp3", SomeFiles.wav()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_not_to_be_opened_or_is_not_what_it_is_called_is_refused(String code, String name, byte[] bytes) {
        assertThat(refusal(name, "", bytes)).isEqualTo(code);
    }

    @Test
    void a_declared_type_that_says_something_else_is_refused() {
        assertThat(refusal("a.pdf", "text/html", SomeFiles.pdf())).isEqualTo("attachment.declared");
        assertThat(refusal("a.png", "image/jpeg", SomeFiles.png())).isEqualTo("attachment.declared");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\账单.pdf, 账单.pdf",
        "'a\u0000b\u0007.pdf', ab.pdf",
        "'bill\u202efdp.exe', billfdp.exe",
        "'a\nb.pdf', ab.pdf",
        "'<img>:*?.png', _img____.png",
        "'  ..hidden.txt . ', hidden.txt",
        "con.txt, _con.txt",
        "'...', file",
        "'/', file"
    })
    void a_name_is_cleaned_by_its_rule(String sent, String kept) {
        assertThat(FileName.of(sent)).hasToString(kept);
    }

    @Test
    void a_name_without_end_is_cut_and_keeps_its_ending() {
        String name = FileName.of("长".repeat(1 << 20) + ".pdf").toString();

        assertThat(name.codePointCount(0, name.length())).isEqualTo(FileName.LONGEST);
        assertThat(name).endsWith("长.pdf");
        assertThat(FileName.of("photo").of(FileType.JPEG)).isEqualTo("photo.jpg");
        assertThat(FileName.of("photo.JPEG").of(FileType.JPEG)).isEqualTo("photo.JPEG");
    }

    private FileType look(String name, String declared, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        return Look.at(file, FileName.of(name), declared);
    }

    private String refusal(String name, String declared, byte[] bytes) {
        return Objects.requireNonNull(
                        catchThrowableOfType(Problem.class, () -> look(name, declared, bytes)), name + " was taken")
                .code();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
