package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
            for (String code :
                    new String[] {"access", "full", "start", "version", "platform", "root", "url", "inuse", "inuse.at"
                    }) {
                assertThat(words.text("problem.database." + code, "/data", "17", "18"))
                        .doesNotContain("{");
            }
        }
    }
}
