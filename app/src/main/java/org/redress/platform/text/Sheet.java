package org.redress.platform.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/**
 * A table that is written row by row into a file. A number stays a number; everything else is text, whatever it looks
 * like, so that no spreadsheet runs it.
 */
public sealed interface Sheet extends AutoCloseable permits CsvSheet, XlsxSheet {

    /** The kinds of file. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        /** The end of a file's name, without the full stop. */
        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void heading(List<String> names);

    /** One row of texts and numbers. */
    void row(List<?> cells);

    /** How many cells had to be changed so that no spreadsheet runs them. */
    long neutralised();

    @Override
    void close() throws IOException;

    /** A sheet of this name that goes into the stream. Closing it ends the file and leaves the stream open. */
    static Sheet of(Format format, OutputStream out, String name) {
        return switch (format) {
            case CSV -> new CsvSheet(out);
            case XLSX -> new XlsxSheet(out, name);
        };
    }
}
