package org.redress.ground.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.ground.intake.sheet.Resent;
import org.redress.platform.text.Words;

/** Rejected rows as a file: the columns as they came, then line and reason; no cell runs in a spreadsheet. */
final class RejectedCsv implements Closeable {

    private final CsvWriter csv;
    private final StoredFile file;
    private final FaultWords faults;

    RejectedCsv(OutputStream out, StoredFile file, RunId run, FaultWords faults, Words words) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        this.file = file;
        this.faults = faults;
        List<String> heading = new ArrayList<>();
        file.profile().columns().forEach(column -> heading.add(Resent.guard(column.name())));
        heading.addAll(Resent.columns(words, run));
        csv.writeRecord(heading);
    }

    void row(RejectedRow row) {
        List<String> cells = new ArrayList<>();
        int width = Math.max(file.profile().columns().size(), row.cells().size());
        for (int i = 0; i < width; i++) {
            cells.add(i < row.cells().size() ? Resent.guard(row.cells().get(i)) : "");
        }
        cells.add(Long.toString(row.line()));
        cells.add(row.faults().stream().map(faults::text).collect(Collectors.joining("; ")));
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
