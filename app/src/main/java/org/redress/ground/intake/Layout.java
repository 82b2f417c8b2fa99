package org.redress.ground.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file is laid out: found by looking at it, changed by hand.
 *
 * @param charset name of the encoding; UTF-8 for a workbook
 * @param delimiter between the cells of a CSV file
 * @param header how many filled rows stand above the data, the last of them being the heading; 0 where there is none
 * @param sheet of a workbook, from 0
 */
public record Layout(Kind kind, String charset, char delimiter, int header, int sheet) {

    /** What the bytes are, whatever the file is called. */
    public enum Kind {
        CSV,
        XLSX
    }

    public static Layout csv(Charset charset, char delimiter) {
        return new Layout(Kind.CSV, charset.name(), delimiter, 0, 0);
    }

    public static Layout xlsx(int sheet) {
        return new Layout(Kind.XLSX, StandardCharsets.UTF_8.name(), ',', 0, sheet);
    }

    public Layout withHeader(int rows) {
        return new Layout(kind, charset, delimiter, rows, sheet);
    }

    public Layout withCharset(String name) {
        return new Layout(kind, name, delimiter, header, sheet);
    }

    public Layout withDelimiter(char other) {
        return new Layout(kind, charset, other, header, sheet);
    }
}
