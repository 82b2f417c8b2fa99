package org.redress.ground.notification;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What every bureau begins with, from the files in {@code notification/}: occasions, names and templates. */
final class Standard {

    private Standard() {}

    /** The occasions by code. */
    static Map<String, Occasion> occasions() {
        Map<String, Occasion> byCode = new LinkedHashMap<>();
        rows("occasions.csv", Standard::occasion).forEach(one -> byCode.put(one.code(), one));
        return byCode;
    }

    private static Occasion occasion(NamedCsvRecord row) {
        return new Occasion(
                row.getField("code"),
                Stream.of(row.getField("channels").split(" "))
                        .map(MessageChannel::valueOf)
                        .toList(),
                List.of(row.getField("names").split(" ")));
    }

    /** What stands in for each name in a preview. */
    static Map<String, String> samples(Locale language) {
        String column = "zh".equals(language.getLanguage()) ? "sample_zh" : "sample_en";
        Map<String, String> samples = new LinkedHashMap<>();
        rows("names.csv", row -> List.of(row.getField("name"), row.getField(column)))
                .forEach(one -> samples.put(one.get(0), one.get(1)));
        return samples;
    }

    static List<TemplateDraft> templates() {
        return rows(
                "templates.csv",
                row -> new TemplateDraft(
                        new TemplateKey(
                                row.getField("code"),
                                MessageChannel.valueOf(row.getField("channel")),
                                Locale.forLanguageTag(row.getField("language"))),
                        row.getField("title"),
                        row.getField("body")));
    }

    private static <T> List<T> rows(String name, Function<NamedCsvRecord, T> read) {
        String file = "/notification/" + name;
        try (InputStream in = Objects.requireNonNull(Standard.class.getResourceAsStream(file), file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            return rows.stream().map(read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
