package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies in the middle of an import leaves nothing half-done and nothing twice. */
class KilledImportE2E {

    private static final int ROWS = 30_000;

    @TempDir
    Path folder;

    @Test
    void an_import_killed_in_the_middle_and_begun_again_ends_like_one_undisturbed() throws Exception {
        Path file = ComplaintFile.many(folder, ROWS);
        Path disturbed = folder.resolve("disturbed");
        Path quiet = folder.resolve("quiet");
        for (Path data : List.of(disturbed, quiet)) {
            Product.start(data, "--empty").close();
        }
        killInTheMiddle(disturbed, file);
        Product.Outcome rest = Product.run(disturbed, "import", "complaints", file.toString(), "--json");
        assertThat(rest.code()).as(rest.said()).isZero();
        assertThat(number(rest.said(), "rows")).isEqualTo(ROWS);
        assertThat(number(rest.said(), "created"))
                .as("what the killed run had committed stays")
                .isLessThan(ROWS);
        assertThat(number(rest.said(), "created") + number(rest.said(), "unchanged"))
                .isEqualTo(ROWS);

        Product.Outcome whole = Product.run(quiet, "import", "complaints", file.toString(), "--json");
        assertThat(number(whole.said(), "created")).isEqualTo(ROWS);
        assertThat(tickets(disturbed)).hasSize(ROWS).isEqualTo(tickets(quiet));
    }

    /** Ends the process as kill -9 does once it has said that some rows are in and before all are. */
    private static void killInTheMiddle(Path data, Path file) throws IOException {
        Process process = Product.launch(List.of("import", "complaints", file.toString(), "--data", data.toString()));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.matches("[1-9][\\d,]* of [\\d,]+ rows.*")) {
                    break;
                }
            }
            assertThat(process.isAlive()).as("it was killed before its end").isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static long number(String json, String field) {
        return Long.parseLong(json.replaceAll("(?s).*\"" + field + "\":(\\d+).*", "$1"));
    }

    /** Every ticket by what its row said, without the numbers that the bureau gives. */
    private List<String> tickets(Path data) throws IOException {
        Path out = folder.resolve(data.getFileName() + ".csv");
        Product.Outcome exported = Product.run(data, "export", "tickets", out.toString(), "--view", "open");
        assertThat(exported.code()).as(exported.said()).isZero();
        try (var lines = Files.lines(out)) {
            return lines.skip(1)
                    .map(line -> line.substring(line.indexOf(',') + 1))
                    .sorted()
                    .toList();
        }
    }
}
