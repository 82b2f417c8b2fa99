package org.redress.desk.ticket;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table that is written row by row. What is written is text, whatever it looks like. */
sealed interface Sheet extends AutoCloseable permits CsvSheet, XlsxSheet {

    void heading(List<String> names);

    void row(List<String> cells);

    /** How many cells had to be changed so that no spreadsheet runs them. */
    long neutralised();

    @Override
    void close() throws IOException;

    static Sheet of(TicketExport.Format format, OutputStream out, String name) {
        return switch (format) {
            case CSV -> new CsvSheet(out);
            case XLSX -> new XlsxSheet(out, name);
        };
    }
}
