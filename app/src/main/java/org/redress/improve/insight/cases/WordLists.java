package org.redress.improve.insight.cases;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Words of two languages that patterns are made of, from a file that the module carries: parts of regular expressions by key. */
final class WordLists {

    /** By what people, places and numbers are known that are nobody's business. */
    static final WordLists PERSONAL = new WordLists("/insight/personal.properties");

    /** By which words customers speak of a service. */
    static final WordLists SERVICES = new WordLists("/insight/services.properties");

    private final Properties lists = new Properties();

    private WordLists(String file) {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(WordLists.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            lists.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    String get(String key) {
        return Objects.requireNonNull(lists.getProperty(key), key);
    }
}
