package org.redress.ground.rulebook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.redress.platform.database.Ids;

/** The rules that every bureau begins with, from {@code rulebook/rules.csv}. */
final class Presets {

    private static final String FILE = "/rulebook/rules.csv";

    /** To be confirmed, and another number for it by a second person. */
    private static final String SECOND = "second";

    private Presets() {}

    static List<Rule> read() {
        try (InputStream file = Objects.requireNonNull(Presets.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(Presets::rule).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Rule rule(NamedCsvRecord row) {
        return new Rule(
                Ids.next(),
                row.getField("code"),
                row.getField("jurisdiction"),
                1,
                new BigDecimal(row.getField("amount")),
                Unit.valueOf(row.getField("unit")),
                LocalDate.parse(row.getField("valid_from")),
                null,
                row.getField("title_zh"),
                row.getField("title_en"),
                row.getField("source_zh"),
                row.getField("source_en"),
                !row.getField("confirm").isEmpty(),
                null,
                row.getField("confirm").equals(SECOND),
                null);
    }
}
