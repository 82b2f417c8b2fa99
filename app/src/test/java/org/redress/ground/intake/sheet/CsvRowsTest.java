package org.redress.ground.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.ground.intake.Layout;
import org.redress.platform.web.Problem;

class CsvRowsTest {

    @TempDir
    Path folder;

    private List<Row> rows(String text, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("rows.csv"), text.getBytes(charset));
        return TestRows.data(file, Layout.csv(charset, ','));
    }

    /** omeka CsvImport #41: the count was off by the last row. */
    @Test
    void the_last_row_needs_no_line_end_and_empty_last_lines_are_no_rows() throws IOException {
        assertThat(rows("a,b\n1,2", StandardCharsets.UTF_8)).hasSize(2);
        assertThat(rows("a,b\r\n1,2\r\n\r\n\r\n,\n", StandardCharsets.UTF_8)).hasSize(2);
    }

    @Test
    void line_breaks_within_quotes_keep_the_line_numbers_right() throws IOException {
        List<Row> rows = rows("a,b\n\"one\ntwo\r\nthree\",2\n\n3,4\n", StandardCharsets.UTF_8);

        assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 6L);
        assertThat(rows.get(1).text(0)).isEqualTo("one\ntwo\r\nthree");
    }

    @Test
    void old_macintosh_line_ends_are_line_ends() throws IOException {
        assertThat(rows("a,b\r1,2\r3,4", StandardCharsets.UTF_8)).hasSize(3);
    }

    @Test
    void tripled_quotes_are_read_by_the_rule() throws IOException {
        assertThat(rows("\"\"\"\"\" <client1>\",\"x\"\n", StandardCharsets.UTF_8)
                        .getFirst()
                        .cells())
                .containsExactly("\"\" <client1>", "x");
    }

    @Test
    void a_cell_of_a_mebibyte_is_read_whole() throws IOException {
        String long1 = "宽".repeat(1 << 20);

        assertThat(rows("a,b\n1," + long1 + "\n", StandardCharsets.UTF_8).get(1).text(1))
                .isEqualTo(long1);
    }

    @Test
    void a_quote_that_never_closes_is_named_with_its_line() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> rows("a,b\n1,2\n3,\"four\n5,6\n7,8\n", StandardCharsets.UTF_8))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("intake.csv.quote");
                    assertThat(problem.arguments()).containsExactly(3L);
                });
    }

    @Test
    void a_row_that_is_too_long_is_named_with_its_line() {
        String cell = "x".repeat(7 << 19);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> rows("a,b\n" + (cell + ",").repeat(5) + "\n", StandardCharsets.UTF_8))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("intake.row.large");
                    assertThat(problem.arguments()).containsExactly(2L);
                });
    }

    @Test
    void text_after_a_closing_quote_is_named_with_its_line() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> rows("a,b\n1,\"he said \"no\" twice\"\n", StandardCharsets.UTF_8))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("intake.csv.afterquote");
                    assertThat(problem.arguments()).containsExactly(2L);
                });
    }

    @Test
    void broken_bytes_mark_their_cell_and_no_other() throws IOException {
        byte[] bytes = "编号,内容\n1,断网\n2,xx\n3,好\n".getBytes(Encodings.GB18030);
        Path file = folder.resolve("broken.csv");
        int x = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xx");
        bytes[x] = (byte) 0xff;
        Files.write(file, bytes);
        List<Row> rows = TestRows.data(file, Layout.csv(Encodings.GB18030, ',').withHeader(1));

        assertThat(rows).extracting(row -> row.kind(1)).containsExactly(CellKind.TEXT, CellKind.BROKEN, CellKind.TEXT);
        assertThat(rows.get(1).text(1)).isEqualTo("\ufffdx");
    }

    @Test
    void a_row_knows_how_wide_it_was_written() throws IOException {
        assertThat(rows("a,b,c\n1,,\n2\n", StandardCharsets.UTF_8))
                .extracting(Row::width)
                .containsExactly(3, 3, 1);
    }

    @Property(tries = 300)
    void what_is_guarded_against_running_comes_back_as_it_was(@ForAll String cell) {
        assertThat(Resent.unguard(Resent.guard(cell))).isEqualTo(cell);
        assertThat(Resent.unguard(Resent.guard("=" + cell))).isEqualTo("=" + cell);
        assertThat(Resent.unguard(Resent.guard("'@" + cell))).isEqualTo("'@" + cell);
        assertThat(Resent.guard("+" + cell)).startsWith("'");
    }
}
