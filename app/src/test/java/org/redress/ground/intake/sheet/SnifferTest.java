package org.redress.ground.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.ground.intake.Layout;
import org.redress.platform.web.Problem;

/** Files are told apart by their bytes, never by their name; what is no table gets a clear error. */
class SnifferTest {

    private static final String LEDGER = "编号,受理日期,内容\n1,2026-10-03,宽带又断了，上次修了三天\n2,2026-10-04,账单里有没用过的国际漫游费\n";

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("anything.xlsx"), bytes);
    }

    private void refused(byte[] bytes, String code) throws IOException {
        Path file = file(bytes);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Sniffer.look(file))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void an_encoding_is_found_without_a_mark(String charset) throws IOException {
        Sniffer.Look look = Sniffer.look(file(LEDGER.getBytes(Charset.forName(charset))));

        assertThat(look.layout().charset()).isEqualTo(charset);
        assertThat(look.layout().delimiter()).isEqualTo(',');
        assertThat(look.layout().header()).isEqualTo(1);
        assertThat(look.confidence()).isGreaterThan(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void an_encoding_is_found_by_its_mark_and_the_mark_is_no_text(String charset) throws IOException {
        Path file = file(("\ufeff" + LEDGER).getBytes(Charset.forName(charset)));
        Sniffer.Look look = Sniffer.look(file);

        assertThat(look.layout().charset()).isEqualTo(charset);
        Row heading = TestRows.data(file, look.layout().withHeader(0)).getFirst();
        assertThat(heading.text(0)).isEqualTo("编号");
    }

    @Test
    void french_accents_are_not_taken_for_chinese() throws IOException {
        String text =
                "number;subject\n1;dépannage à l'été\n2;réclamation réglée, numéro erroné\n3;café fermé à Orléans\n";
        Sniffer.Look look = Sniffer.look(file(text.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(look.layout().charset()).isIn("ISO-8859-1", "windows-1252");
        assertThat(look.layout().delimiter()).isEqualTo(';');
        assertThat(look.confidence()).isLessThan(100);
    }

    @Test
    void a_few_broken_bytes_make_no_other_encoding_of_utf8() throws IOException {
        byte[] bytes = LEDGER.repeat(5).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xff;
        Path file = file(bytes);
        Sniffer.Look look = Sniffer.look(file);

        assertThat(look.layout().charset()).isEqualTo("UTF-8");
        assertThat(look.confidence()).isLessThan(100);
        assertThat(TestRows.data(file, look.layout()).getLast().kind(2)).isEqualTo(CellKind.BROKEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"comma ,", "semicolon ;", "pipe |"})
    void a_delimiter_is_found(String name, char delimiter) throws IOException {
        String text = "name" + delimiter + "note\nA" + delimiter + "\"one, two; three | four\"\nB" + delimiter + "x\n";

        assertThat(Sniffer.look(file(text.getBytes(StandardCharsets.UTF_8)))
                        .layout()
                        .delimiter())
                .as(name)
                .isEqualTo(delimiter);
    }

    @Test
    void a_tab_is_found_between_texts_full_of_commas() throws IOException {
        String text = "id\ttext\n1\tone, two, three\n2\tfour, five\n3\tsix\n";

        assertThat(Sniffer.look(file(text.getBytes(StandardCharsets.UTF_8)))
                        .layout()
                        .delimiter())
                .isEqualTo('\t');
    }

    /** osTicket #2123: the heading became a record. */
    @Test
    void a_heading_below_a_title_is_found() throws IOException {
        String text = "云泽分公司投诉台账,,,\n编号,日期,电话,内容\n1,2026-10-03,13812342046,断网\n2,2026-10-04,13912345518,漫游费\n";
        Sniffer.Look look = Sniffer.look(file(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(look.layout().header()).isEqualTo(2);
        assertThat(look.sure()).isTrue();
    }

    @Test
    void a_file_without_a_heading_has_none() throws IOException {
        String text = "\"1/9/2017 16:33:01\",\"105\",\"*60\",\"27\"\n\"1/9/2017 16:34:03\",\"105\",\"i\",\"37\"\n";

        assertThat(Sniffer.look(file(text.getBytes(StandardCharsets.UTF_8)))
                        .layout()
                        .header())
                .isZero();
    }

    @Test
    void nothing_but_words_leaves_the_heading_in_doubt() throws IOException {
        Sniffer.Look look = Sniffer.look(file("一级,二级\n住房,公积金\n住房,物业\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(look.layout().header()).isEqualTo(1);
        assertThat(look.sure()).isFalse();
    }

    @Test
    void what_is_no_table_is_named() throws IOException {
        refused(new byte[0], "intake.file.empty");
        refused("\n\n  \n".getBytes(StandardCharsets.UTF_8), "intake.file.empty");
        refused("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "intake.file.pdf");
        refused("<html><table><tr><td>1".getBytes(StandardCharsets.UTF_8), "intake.file.html");
        refused("<?xml version=\"1.0\"?><Workbook/>".getBytes(StandardCharsets.UTF_8), "intake.file.xml");
        refused(new byte[] {'P', 'K', 5, 6, 0, 0}, "intake.file.zip");
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        noise[0] = 1;
        refused(noise, "intake.file.binary");
    }

    @Test
    void a_packed_file_is_to_be_unpacked_first() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(LEDGER.getBytes(StandardCharsets.UTF_8));
        }
        refused(out.toByteArray(), "intake.file.packed");
    }

    @Test
    void an_old_workbook_and_a_sealed_one_are_told_apart() throws IOException {
        refused(compound("Workbook"), "intake.file.xls");
        refused(compound("EncryptedPackage"), "intake.file.encrypted");
        refused(Arrays.copyOf(compound("Workbook"), 100), "intake.file.xls");
    }

    /** A compound file whose directory, in its second sector, has one stream of that name. */
    private static byte[] compound(String stream) {
        byte[] bytes = new byte[2048];
        byte[] magic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        bytes[30] = 9;
        bytes[48] = 1;
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024 + 128, name.length);
        return bytes;
    }

    @Test
    void a_zip_of_anything_else_is_no_workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("letter.txt"));
            zip.write(LEDGER.getBytes(StandardCharsets.UTF_8));
        }
        refused(out.toByteArray(), "intake.file.zip");
    }

    @Test
    void a_workbook_cut_off_in_transfer_is_said_to_be() throws IOException {
        Path whole = new TestBook()
                .rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .write(folder.resolve("book"));
        byte[] bytes = Files.readAllBytes(whole);
        refused(Arrays.copyOf(bytes, bytes.length * 2 / 3), "intake.file.truncated");
    }

    @Test
    void a_workbook_that_swells_beyond_measure_is_stopped() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        String rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(("<workbook xmlns:r=\"" + rel + "\"><sheets><sheet name=\"a\" r:id=\"s\"/></sheets></workbook>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write(("<Relationships><Relationship Id=\"s\" Type=\"" + rel
                            + "/worksheet\" Target=\"sheet.xml\"/></Relationships>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/sheet.xml"));
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            byte[] block = "<row></row>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 800; i++) {
                zip.write(block);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Sniffer.look(bomb))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("intake.file.bomb"));
    }

    @Test
    void a_layout_changed_by_hand_is_looked_at_again() throws IOException {
        Path file = file("a;b\n1;2\n3;4\n5;6\n".getBytes(StandardCharsets.UTF_8));
        Layout layout = Sniffer.look(file).layout().withDelimiter(',');

        Layout again = Sniffer.again(file, layout).layout();
        assertThat(TestRows.data(file, again).getFirst().text(0)).isEqualTo("1;2");
    }
}
