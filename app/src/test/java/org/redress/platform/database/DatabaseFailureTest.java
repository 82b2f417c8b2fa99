package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.platform.text.Words;

class DatabaseFailureTest {

    private static final Path FOLDER = Path.of("/data");

    @Test
    void a_refused_access_and_a_read_only_disk_ask_for_rights() {
        assertThat(DatabaseFailure.ofFile(FOLDER, new AccessDeniedException("/data"))
                        .code())
                .isEqualTo("database.access");
        assertThat(DatabaseFailure.ofFile(FOLDER, new FileSystemException("/data", null, "Read-only file system"))
                        .code())
                .isEqualTo("database.access");
    }

    @Test
    void a_full_disk_is_told_whoever_met_it() {
        assertThat(DatabaseFailure.ofFile(FOLDER, new FileSystemException("/data/x", null, "No space left on device"))
                        .code())
                .isEqualTo("database.full");
        String log = "PANIC:  could not write to file \"pg_wal/xlogtemp.7\": No space left on device";
        assertThat(DatabaseFailure.ofText(FOLDER, log, null).code()).isEqualTo("database.full");
    }

    @Test
    void a_database_that_fails_in_the_middle_of_work_is_told_with_its_reason(@TempDir Path data) throws IOException {
        assertThat(code("53100", data)).contains("database.full");
        assertThat(code("53100", null)).contains("database.full.elsewhere");
        assertThat(code("57P01", data)).contains("database.lost");
        assertThat(code("08006", null)).isEmpty();
        assertThat(code("23505", data)).as("a bug stays a bug").isEmpty();
        Path log = Files.createDirectories(data.resolve("postgres")).resolve("server.log");
        Files.writeString(log, "LOG:  starting PostgreSQL 18.6\nPANIC:  could not write: No space left on device\n");
        assertThat(code("08006", data)).contains("database.full");
        Files.writeString(log, "LOG:  starting PostgreSQL 18.6\n", StandardOpenOption.APPEND);
        assertThat(code("08006", data)).as("what an earlier server met is over").contains("database.lost");
    }

    private static Optional<String> code(String state, @Nullable Path data) {
        return DatabaseFailure.ofError(new SQLException("no", state), data).map(DatabaseFailure::code);
    }

    @Test
    void of_a_failed_start_the_last_complaint_is_told() {
        String log = """
                2026-11-24 10:00:00.000 UTC [7] LOG:  starting PostgreSQL 18.6
                2026-11-24 10:00:00.100 UTC [7] FATAL:  could not locate a valid checkpoint record
                2026-11-24 10:00:00.200 UTC [7] LOG:  database system is shut down
                pg_ctl: could not start server
                """;
        DatabaseFailure failure = DatabaseFailure.ofText(FOLDER, log, null);
        assertThat(failure.code()).isEqualTo("database.start");
        assertThat(failure.arguments()).contains("FATAL:  could not locate a valid checkpoint record");
    }

    @Test
    void every_failure_has_its_words_in_both_languages() {
        for (Words words : Words.LANGUAGES.stream().map(Words::of).toList()) {
            for (String code : new String[] {
                "access",
                "full",
                "full.elsewhere",
                "lost",
                "start",
                "version",
                "platform",
                "root",
                "url",
                "inuse",
                "inuse.at"
            }) {
                assertThat(words.text("problem.database." + code, "/data", "17", "18"))
                        .doesNotContain("{");
            }
        }
    }
}
