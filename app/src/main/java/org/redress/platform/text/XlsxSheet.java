package org.redress.platform.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook of texts and numbers, none of which is run; a new sheet is begun where one is full. */
final class XlsxSheet implements Sheet {

    /** Rows of a sheet, as the format limits them. */
    private static final int FULL = 1_048_576;
    /** Characters of a cell, as the format limits them. */
    private static final int LONGEST_CELL = 32_767;

    private static final int FLUSH = 500;

    private final Workbook workbook;
    private final String name;
    private List<String> heading = List.of();
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxSheet(OutputStream out, String name) {
        this.workbook = new Workbook(out, "Redress", "1.0");
        this.name = name;
        this.sheet = workbook.newWorksheet(name);
    }

    @Override
    public void heading(List<String> names) {
        heading = List.copyOf(names);
        write(names);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<?> cells) {
        if (row == FULL) {
            sheet = workbook.newWorksheet(name + " " + ++sheets);
            row = 0;
            heading(heading);
        }
        write(cells);
    }

    private void write(List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else if (!cell.toString().isEmpty()) {
                String text = cell.toString();
                sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
            }
        }
        row++;
        if (row % FLUSH == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public long neutralised() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
