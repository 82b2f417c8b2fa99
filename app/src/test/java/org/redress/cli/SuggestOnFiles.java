package org.redress.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs {@code redress bench suggest --json} for tests of other packages. */
public final class SuggestOnFiles {

    private SuggestOnFiles() {}

    public static void run(PrintWriter out, Path... files) {
        int code = new CommandLine(new BenchSuggestCommand())
                .setOut(out)
                .execute(Stream.concat(Stream.of("--json"), Arrays.stream(files).map(Path::toString))
                        .toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError("exit code " + code);
        }
        out.flush();
    }
}
