package org.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "  =HYPERLINK(\"http://x\")",
                "＝1+1",
                "\u00a0=1",
                "+86138****2046"
            })
    void a_cell_that_begins_like_a_formula_is_made_text(String cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvSheet sheet = new CsvSheet(out)) {
            sheet.row(List.of(cell));
            assertThat(sheet.neutralised()).isOne();
        }
        assertThat(out.toString(StandardCharsets.UTF_8).substring(1).replace("\"", ""))
                .startsWith("'");
    }

    @Test
    void other_cells_stay_as_they_are_and_the_file_says_what_it_is_written_in() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvSheet sheet = new CsvSheet(out)) {
            sheet.heading(List.of("主题", "b"));
            sheet.row(List.of("宽带, \"又\" 断\n了", "1-2=3"));
            assertThat(sheet.neutralised()).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\ufeff主题,b\r\n\"宽带, \"\"又\"\" 断\n了\",1-2=3\r\n");
    }
}
