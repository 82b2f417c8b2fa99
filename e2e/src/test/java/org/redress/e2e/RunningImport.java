package org.redress.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** An import command in a process of its own, and how far it is, as its database says. */
final class RunningImport {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private RunningImport() {}

    /** Begins an import and ends its process as kill -9 does after some rows are in and before all are; says how many were. */
    static long killInTheMiddle(Path data, Path file) throws Exception {
        Process process = Product.launch(List.of("import", "complaints", file.toString(), "--data", data.toString()));
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(line -> {})); // a full pipe would stop it
        try {
            Properties running = await().atMost(PATIENCE).until(() -> whereItIs(data, process), Objects::nonNull);
            return killWhenRowsAreIn(running, data, process);
        } finally {
            process.destroyForcibly();
        }
    }

    private static long killWhenRowsAreIn(Properties running, Path data, Process process)
            throws SQLException, IOException, InterruptedException {
        String password = Files.readString(data.resolve("postgres/password")).strip();
        try (Connection database = DriverManager.getConnection(running.getProperty("database"), "redress", password);
                var asked = database.createStatement()) {
            long done =
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> done(asked), n -> n > 0);
            process.destroyForcibly().waitFor();
            return done;
        }
    }

    /** Rows that the run under way has kept; none before it has begun, and before its tables are there. */
    private static long done(Statement asked) throws SQLException {
        try (var row = asked.executeQuery("select coalesce(max(done), 0) from intake.run where state = 'RUNNING'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What the process says of itself once its database runs. */
    private static @Nullable Properties whereItIs(Path data, Process process) throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("the import ended before it could be killed");
        }
        Path file = data.resolve("running.properties");
        Properties running = new Properties();
        if (Files.exists(file)) {
            try (var text = Files.newBufferedReader(file)) {
                running.load(text);
            }
        }
        boolean ready = running.getProperty("pid", "").equals(Long.toString(process.pid()))
                && running.getProperty("database") != null;
        return ready ? running : null;
    }
}
