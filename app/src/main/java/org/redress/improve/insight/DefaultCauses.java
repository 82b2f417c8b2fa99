package org.redress.improve.insight;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.redress.ground.identity.BureauFounded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives a new bureau the tree of {@code insight/causes.csv} to begin with; from then on it is the bureau's own. */
@Component
class DefaultCauses {

    private static final String FILE = "/insight/causes.csv";

    private final CauseRows rows;

    DefaultCauses(CauseRows rows) {
        this.rows = rows;
    }

    /** A line of the file; {@code parent} is empty for a group. */
    record Entry(String code, String parent, String nameZh, String nameEn, int position) {}

    @EventListener
    void on(BureauFounded founded) {
        rows.layOut(founded.bureau().id(), read());
    }

    static List<Entry> read() {
        try (InputStream file = Objects.requireNonNull(DefaultCauses.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream()
                    .map(line -> new Entry(
                            line.getField("code"),
                            line.getField("parent"),
                            line.getField("name_zh"),
                            line.getField("name_en"),
                            (int) line.getStartingLineNumber()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
