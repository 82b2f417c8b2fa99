package org.redress.platform.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CSV as RFC 4180 has it, in UTF-8 with the mark by which spreadsheets know it. A cell that begins like a formula gets an
 * apostrophe before it (OWASP, CSV injection).
 */
final class CsvSheet implements Sheet {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}]*[=+\\-@\uff1d\uff0b\uff0d\uff20].*|^[\\t\\r\\n].*", Pattern.DOTALL);

    private final CsvWriter csv;
    private long neutralised;

    CsvSheet(OutputStream out) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try {
            writer.write(BYTE_ORDER_MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    @Override
    public void heading(List<String> names) {
        csv.writeRecord(names);
    }

    @Override
    public void row(List<?> cells) {
        csv.writeRecord(cells.stream().map(this::safe).toList());
    }

    private String safe(Object cell) {
        String text = cell.toString();
        if (cell instanceof Number || !FORMULA.matcher(text).matches()) {
            return text;
        }
        neutralised++;
        return "'" + text;
    }

    @Override
    public long neutralised() {
        return neutralised;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
