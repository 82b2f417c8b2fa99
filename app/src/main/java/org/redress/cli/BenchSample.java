package org.redress.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
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

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Duration SPAN = Duration.ofDays(270);
    private static final int CALLERS = 600_000;
    private static final int PLACES = 20_000;
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

    /** The line of one of so many complaints: in the order of time over nine months, from many places, some callers again. */
    String row(int i, int rows) {
        LocalDateTime received = FIRST.plusMinutes(i * SPAN.toMinutes() / rows);
        return row.formatted(
                i,
                received.getMonthValue(),
                received.getDayOfMonth(),
                received.getHour(),
                received.getMinute(),
                i * 7L % CALLERS,
                i * 7919L % PLACES,
                matters.get(i % matters.size()),
                i % 5);
    }
}
