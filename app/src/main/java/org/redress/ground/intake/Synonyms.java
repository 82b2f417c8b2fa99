package org.redress.ground.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * How files name fields and options, from a target's own resource: a properties file in UTF-8 with lines such as
 * {@code received=受理时间|received at} and {@code state.closed=已办结|closed}.
 */
public final class Synonyms {

    private final Properties names = new Properties();

    private Synonyms() {}

    /** Reads a resource of the class's module. */
    public static Synonyms of(Class<?> owner, String resource) {
        Synonyms synonyms = new Synonyms();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(owner.getResourceAsStream(resource), resource), StandardCharsets.UTF_8)) {
            synonyms.names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return synonyms;
    }

    /** The names of a key, best first; none where the file has no such line. */
    public List<String> names(String key) {
        return Arrays.stream(names.getProperty(key, "").split("\\|"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Options of a field with their names, from the lines {@code field.option=}. */
    public List<IntakeField.Option> options(String field, List<String> codes) {
        return codes.stream()
                .map(code -> new IntakeField.Option(code, names(field + "." + code)))
                .toList();
    }
}
