package org.redress.ground.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.ground.intake.Layout;
import org.redress.platform.web.Problem;
import org.redress.support.SharedData;

class WorkbookTest {

    @TempDir
    Path folder;

    private List<Row> rows(TestBook book) throws IOException {
        return read(book.write(folder.resolve("book.xlsx")));
    }

    private static List<Row> read(Path file) throws IOException {
        return TestRows.data(file, Layout.xlsx(0));
    }

    private Row row(String cells) throws IOException {
        return rows(new TestBook().rows("<row r=\"1\">" + cells + "</row>")).getFirst();
    }

    @Test
    void a_workbook_of_another_program_is_read() throws IOException {
        Path file = folder.resolve("fast.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("台账");
            sheet.value(0, 0, "编号");
            sheet.value(0, 1, "内容");
            sheet.value(1, 0, 37);
            sheet.value(1, 1, "宽带又断了");
            sheet.value(3, 0, new BigDecimal("13812342046"));
        }
        List<Row> rows = read(file);

        assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 4L);
        assertThat(rows.get(1).cells()).containsExactly("37", "宽带又断了");
        assertThat(rows.get(2).text(0)).isEqualTo("13812342046");
        assertThat(Sniffer.look(file).sheets()).containsExactly("台账");
    }

    @Test
    void whole_numbers_have_no_decimals_and_large_ones_no_exponent() throws IOException {
        assertThat(row("<c r=\"A1\"><v>37.0</v></c><c r=\"B1\"><v>1.3812342046E10</v></c><c r=\"C1\"><v>0.5</v></c>")
                        .cells())
                .containsExactly("37", "13812342046", "0.5");
    }

    @Test
    void numbers_kept_as_text_keep_their_zeros() throws IOException {
        assertThat(row("<c r=\"A1\" t=\"inlineStr\"><is><t>034021</t></is></c>").cells())
                .containsExactly("034021");
    }

    @Test
    void a_number_in_a_format_of_zeros_has_as_many_figures() throws IOException {
        Row row = rows(new TestBook()
                        .styles("<numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\"/>"
                                + "<numFmt numFmtId=\"165\" formatCode=\"0.00\"/></numFmts>"
                                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>")
                        .rows("<row><c s=\"1\"><v>2138</v></c><c s=\"1\"><v>100081</v></c><c s=\"1\"><v>-7</v></c>"
                                + "<c s=\"1\"><v>2.5</v></c><c s=\"2\"><v>7</v></c><c s=\"0\"><v>8</v></c>"
                                + "<c s=\"9\"><v>9</v></c></row>"))
                .getFirst();

        assertThat(row.cells()).containsExactly("02138", "100081", "-7", "2.5", "7", "8", "9");
    }

    @Test
    void inline_and_rich_text_is_joined_without_its_reading_aid() throws IOException {
        Row row = row("<c r=\"A1\" t=\"inlineStr\"><is><r><t>宽带</t></r><r><t xml:space=\"preserve\"> 又断</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>kuan</t></rPh></is></c><c r=\"B1\" t=\"str\"><v>a_x000D_b</v></c>");

        assertThat(row.cells()).containsExactly("宽带 又断", "a\rb");
        assertThat(row.kind(1)).isEqualTo(CellKind.TEXT);
    }

    @Test
    void shared_strings_stand_where_they_are_pointed_to_and_nowhere_else() throws IOException {
        Row row = rows(new TestBook()
                        .strings("<si><t>零</t></si><si><t/></si><si><r><t>一</t></r><r><t>二</t></r></si>")
                        .rows(
                                "<row><c t=\"s\"><v>2</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2000000000</v></c></row>"))
                .getFirst();

        assertThat(row.cells()).containsExactly("一二", "零", "#REF!");
        assertThat(row.kind(2)).isEqualTo(CellKind.ERROR);
    }

    /** A file of some kilobytes that would fill gigabytes. */
    @Test
    void a_row_that_points_to_one_long_string_time_and_again_is_refused_with_its_number() {
        String pointer = "<c t=\"s\"><v>0</v></c>";
        TestBook book = new TestBook()
                .strings("<si><t>" + "x".repeat(4 << 20) + "</t></si>")
                .rows("<row r=\"1\">" + pointer.repeat(4) + "</row><row r=\"7\">" + pointer.repeat(16_384) + "</row>");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> rows(book)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("intake.row.large");
            assertThat(problem.arguments()).containsExactly(7L);
        });
    }

    @Test
    void a_number_shown_as_a_date_is_one() throws IOException {
        Row row = row("<c r=\"A1\" s=\"1\"><v>42429</v></c><c r=\"B1\" s=\"2\"><v>42429.0527777778</v></c>"
                + "<c r=\"C1\" s=\"2\"><v>0.5</v></c><c r=\"D1\" t=\"d\"><v>2016-02-29T01:16:00</v></c>");

        assertThat(row.cells()).containsExactly("2016-02-29", "2016-02-29 01:16:00", "12:00", "2016-02-29T01:16:00");
        assertThat(row.kinds()).containsOnly(CellKind.DATE);
    }

    @Test
    void a_workbook_may_count_its_days_from_1904() throws IOException {
        assertThat(rows(new TestBook().from1904().rows("<row><c s=\"1\"><v>40967</v></c></row>"))
                        .getFirst()
                        .text(0))
                .isEqualTo("2016-02-29");
    }

    @Test
    void the_leap_day_that_1900_never_had_moves_nothing_after_it() {
        NumberFormats formats = new NumberFormats(false);

        assertThat(formats.date(BigDecimal.valueOf(59))).isEqualTo("1900-02-28");
        assertThat(formats.date(BigDecimal.valueOf(61))).isEqualTo("1900-03-01");
        assertThat(formats.date(BigDecimal.valueOf(-1))).isNull();
    }

    @Test
    void a_format_shows_a_date_by_its_letters_outside_quotes() {
        assertThat(NumberFormats.showsDate("yyyy\\-mm\\-dd")).isTrue();
        assertThat(NumberFormats.showsDate("[$-804]yyyy\"年\"m\"月\"")).isTrue();
        assertThat(NumberFormats.showsDate("#,##0.00 \"days\"")).isFalse();
        assertThat(NumberFormats.showsDate("General")).isFalse();
        assertThat(NumberFormats.showsDate("[Red]0.00")).isFalse();
    }

    @Test
    void formulas_and_errors_are_told_from_values() throws IOException {
        Row row = row("<c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"e\"><v>#DIV/0!</v></c>"
                + "<c r=\"C1\" t=\"str\"><f>A1&amp;\"x\"</f><v>2x</v></c><c r=\"D1\" t=\"b\"><v>1</v></c>");

        assertThat(row.kinds()).containsExactly(CellKind.FORMULA, CellKind.ERROR, CellKind.FORMULA, CellKind.TEXT);
        assertThat(row.cells()).containsExactly("2", "#DIV/0!", "2x", "TRUE");
    }

    @Test
    void a_cell_far_out_of_every_sheet_ends_the_reading() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> row("<c r=\"ZZZZZZ1\"><v>1</v></c>"))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("intake.file.damaged"));
    }

    @Test
    void a_sheet_that_breaks_off_is_damaged() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> rows(new TestBook().rows("<row><c><v>1</v></c></row><row><c><v>2")))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("intake.file.damaged"));
    }

    @Test
    void of_65203_row_elements_496_are_rows() throws IOException {
        List<Row> rows = read(SharedData.file("zhengwu/附件2_示例.xlsx"));

        assertThat(rows).hasSize(496);
        assertThat(rows.getFirst().cells()).contains("留言主题", "留言详情", "一级分类");
    }

    @Test
    void inline_strings_of_letters_come_whole() throws IOException {
        List<Row> rows = read(SharedData.file("zhengwu/附件2_部分_921行.xlsx"));

        assertThat(rows).hasSize(922);
        assertThat(rows.getFirst().size()).isEqualTo(7);
    }

    @Test
    void equal_headings_and_division_by_zero_are_seen() throws IOException {
        List<Row> rows = read(SharedData.file("mathorcup/附件1语音业务用户满意度数据.xlsx"));

        assertThat(rows).hasSize(5434);
        assertThat(rows.getFirst().cells().stream().filter("用户描述"::equals)).hasSize(2);
        assertThat(rows.stream().flatMap(row -> row.kinds().stream()).filter(CellKind.ERROR::equals))
                .hasSize(2);
    }
}
