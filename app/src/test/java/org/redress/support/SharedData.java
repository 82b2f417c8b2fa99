package org.redress.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The public sample files that lie beside the repository; a test that needs one is skipped where they are absent. */
public final class SharedData {

    private SharedData() {}

    /** A file of {@code shared/data}. */
    public static Path file(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path file = up.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        Assumptions.abort("no sample " + name + " in shared/data beside the repository");
        throw new IllegalStateException();
    }
}
