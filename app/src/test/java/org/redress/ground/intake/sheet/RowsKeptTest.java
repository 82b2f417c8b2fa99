package org.redress.ground.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However long a file is, few of its rows are in memory at a time. */
class RowsKeptTest {

    private static final int ROWS = 100_000;
    private static final int LOOKED_AT = 25_000;

    /** A window that is looked ahead into, and what a compiler may still hold. */
    private static final long FEW = 300;

    @TempDir
    Path folder;

    @Test
    void of_a_csv_of_a_hundred_thousand_rows_few_are_kept() throws IOException {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("编号,内容\n");
            for (int i = 1; i <= ROWS; i++) {
                out.write(i + ",断网第" + i + "天\n");
            }
        }
        fewAreKept(file);
    }

    @Test
    void of_a_workbook_of_a_hundred_thousand_rows_few_are_kept() throws IOException {
        StringBuilder rows = new StringBuilder("<row><c t=\"inlineStr\"><is><t>编号</t></is></c></row>");
        for (int i = 1; i <= ROWS; i++) {
            rows.append("<row><c><v>")
                    .append(i)
                    .append("</v></c><c t=\"inlineStr\"><is><t>断网第")
                    .append(i)
                    .append("天</t></is></c></row>");
        }
        fewAreKept(new TestBook().rows(rows.toString()).write(folder.resolve("long.xlsx")));
    }

    private static void fewAreKept(Path file) throws IOException {
        List<WeakReference<Row>> seen = new ArrayList<>(ROWS + 1);
        try (Rows rows = Rows.filled(Rows.all(file, Sniffer.look(file).layout()))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                seen.add(new WeakReference<>(row));
                if (seen.size() % LOOKED_AT == 0) {
                    System.gc();
                    assertThat(seen.stream().filter(one -> !one.refersTo(null)).count())
                            .as("rows in memory after %s", seen.size())
                            .isLessThan(FEW);
                }
            }
        }
        assertThat(seen).hasSize(ROWS + 1);
    }
}
