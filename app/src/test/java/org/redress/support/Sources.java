package org.redress.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is written in the product's sources, for tests that read it. */
public final class Sources {

    private static final Path MAIN = Path.of("src/main");

    /** What a page says about itself. */
    private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);

    private static final List<String> ALL = read();

    private Sources() {}

    /** Every class and every page of the product, pages without their comments. */
    public static List<String> main() {
        return ALL;
    }

    private static List<String> read() {
        List<String> sources = new ArrayList<>();
        for (String folder : List.of("java", "jte")) {
            try (Stream<Path> files = Files.walk(MAIN.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.add(COMMENT.matcher(Files.readString(file)).replaceAll(""));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(sources);
    }

    /** A file among the tests' own. */
    public static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(Sources.class.getClassLoader().getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
