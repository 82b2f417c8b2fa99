package org.redress.ground.intake.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.Layout;
import org.redress.platform.web.Problem;

/** The rows of a CSV file (RFC 4180 with any delimiter and any line end). */
final class CsvRows implements Rows {

    /** Stands for bytes that are no text: a noncharacter, so no honest file has it. */
    private static final char BROKEN = '\uffff';

    static final int LONGEST_CELL = 4 << 20;
    static final int LONGEST_ROW = 4 * LONGEST_CELL;
    private static final int MOST_CELLS = 16_384;

    private final CloseableIterator<CsvRecord> records;
    private long line;

    private CsvRows(CloseableIterator<CsvRecord> records) {
        this.records = records;
    }

    static CsvRows open(Path file, Layout layout) throws IOException {
        Reader text = text(Files.newInputStream(file), Charset.forName(layout.charset()));
        return new CsvRows(reader(text, layout.delimiter()).iterator());
    }

    private static CsvReader<CsvRecord> reader(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_CELLS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        text);
    }

    /** The characters of a file without its byte order mark; {@link #BROKEN} for what is none. */
    static Reader text(InputStream bytes, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(String.valueOf(BROKEN))),
                1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    @Override
    public @Nullable Row next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord csv = records.next();
            line = csv.getStartingLineNumber();
            return row(csv);
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    private Problem broken(CsvParseException e) {
        String said = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        return Problem.invalid(code(said), "file", line + 1);
    }

    private static String code(String said) {
        if (said.contains("record size")) {
            return "intake.row.large";
        }
        if (said.contains("fields")) {
            return "intake.csv.cells";
        }
        return said.contains("closing quote") ? "intake.csv.afterquote" : "intake.csv.quote";
    }

    private static Row row(CsvRecord csv) {
        int size = csv.getFieldCount();
        while (size > 0 && csv.getField(size - 1).isEmpty()) {
            size--;
        }
        List<String> cells = new ArrayList<>(size);
        List<CellKind> kinds = null;
        for (int i = 0; i < size; i++) {
            String cell = csv.getField(i);
            if (cell.indexOf(BROKEN) >= 0) {
                kinds = kinds == null ? new ArrayList<>(Collections.nCopies(size, CellKind.TEXT)) : kinds;
                kinds.set(i, CellKind.BROKEN);
                cell = cell.replace(BROKEN, '\ufffd');
            }
            cells.add(cell);
        }
        return new Row(csv.getStartingLineNumber(), cells, kinds == null ? List.of() : kinds, csv.getFieldCount());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
