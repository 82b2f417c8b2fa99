package org.redress.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the product keeps once it has loaded its demonstration: loaded once, then copied for whoever needs it. */
final class DemonstrationData {

    private static @Nullable Path loaded;

    private DemonstrationData() {}

    /** Puts it into a directory that does not exist yet, on which nothing runs. */
    static synchronized void into(Path data) {
        try {
            if (loaded == null) {
                Path place = Files.createTempDirectory("demonstration");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(place)));
                Path first = place.resolve("data");
                Product.start(first).close();
                loaded = first;
            }
            copy(loaded, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Files.copy(one, to.resolve(from.relativize(one).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void remove(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path one : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
