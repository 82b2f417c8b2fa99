package org.redress.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * What the complaints of a measurement look like: mostly Chinese, as in the trade.
 *
 * @param bureau name of the bureau that they are measured in
 * @param heading first line of the file
 * @param row a line with a number, month, day, hour, minute, seven digits of a telephone, place, matter and count
 * @param matters what is complained of, in turn
 */
record BenchSample(String bureau, String heading, String row, List<String> matters) {

    private static final String FILE = "/bench/complaints.properties";

    static BenchSample read() {
        Properties sample = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(BenchSample.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            sample.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BenchSample(
                text(sample, "bureau"),
                text(sample, "heading"),
                text(sample, "row"),
                List.of(text(sample, "matters").split("\\|", -1)));
    }

    private static String text(Properties sample, String key) {
        return Objects.requireNonNull(sample.getProperty(key), key);
    }

    /** The line of the complaint with this number. */
    String row(int i) {
        return row.formatted(
                i,
                i % 9 + 1,
                i % 27 + 1,
                i % 24,
                i % 60,
                i * 7 % 10_000_000,
                i % 400,
                matters.get(i % matters.size()),
                i % 5);
    }
}
