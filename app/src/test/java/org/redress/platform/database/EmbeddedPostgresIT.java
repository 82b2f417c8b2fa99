package org.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    private static final Path DATA = Path.of("target", "embedded postgres 数据");

    @BeforeAll
    static void begin() throws IOException {
        DataDirectory.remove(DATA);
    }

    @AfterAll
    static void end() throws IOException {
        DataDirectory.remove(DATA);
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        try (RunningDatabase database = EmbeddedPostgres.start(DATA)) {
            ask(database, "create table kept (text text)", "insert into kept values ('投诉')");
        }
        assertThat(servers()).isEmpty();
        try (RunningDatabase database = EmbeddedPostgres.start(DATA)) {
            assertThat(ask(database, "select text from kept")).isEqualTo("投诉");
        }
        assertThat(servers()).isEmpty();
    }

    @Test
    void commits_wait_for_the_disk_and_passwords_are_not_sent() throws Exception {
        try (RunningDatabase database = EmbeddedPostgres.start(DATA)) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(database, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(database, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(ask(database, "select system_user")).isEqualTo("scram-sha-256:redress");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(new DataDirectory(DATA).password())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_start_says_who_holds_the_directory_and_changes_nothing() throws Exception {
        Process holder = hold("create table if not exists second (n int)");
        try {
            assertThatExceptionOfType(DataDirectoryInUse.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(DATA))
                    .satisfies(refused -> {
                        assertThat(refused.pid()).isEqualTo(holder.pid());
                        assertThat(refused.address()).contains("http://localhost:1234");
                        assertThat(refused.code()).isEqualTo("database.inuse.at");
                    });
            RunningDatabase beside = EmbeddedPostgres.attach(DATA).orElseThrow();
            ask(beside, "insert into second values (1)");
            beside.close();
            assertThat(servers()).hasSize(1);
        } finally {
            holder.getOutputStream().close();
        }
        assertThat(holder.waitFor()).isZero();
        assertThat(servers()).as("an ended process stops its server").isEmpty();
        assertThat(EmbeddedPostgres.attach(DATA)).isEmpty();
    }

    @Test
    void two_starts_in_one_process_are_refused_too() throws Exception {
        try (RunningDatabase database = EmbeddedPostgres.start(DATA)) {
            assertThatExceptionOfType(DataDirectoryInUse.class).isThrownBy(() -> EmbeddedPostgres.start(DATA));
            try (RunningDatabase beside = EmbeddedPostgres.startOrAttach(DATA)) {
                assertThat(beside.url()).isEqualTo(database.url());
            }
            assertThat(ask(database, "select 1")).isEqualTo("1");
            Process other = process("select 1");
            assertThat(other.waitFor()).as("the lock is still held").isNotZero();
        }
    }

    @Test
    void a_server_that_outlived_its_killed_process_is_stopped_and_started_clean() throws Exception {
        Process holder = hold("create table orphan as select 7 as n");
        long before = servers().getFirst();
        holder.destroyForcibly().waitFor();
        assertThat(servers()).as("the orphan").containsExactly(before);
        try (RunningDatabase database = EmbeddedPostgres.start(DATA)) {
            assertThat(ask(database, "select n from orphan")).isEqualTo("7");
            assertThat(servers()).hasSize(1).doesNotContain(before);
        }
    }

    @Test
    void a_killed_server_is_started_again_and_has_lost_nothing_that_was_committed() throws Exception {
        try (RunningDatabase database = EmbeddedPostgres.start(DATA)) {
            ask(database, "create table crash (n int)", "insert into crash values (42)");
            ProcessHandle.of(servers().getFirst()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> ask(database, "select n from crash").equals("42"));
        }
        assertThat(servers()).isEmpty();
    }

    @Test
    void after_the_death_of_process_and_server_the_next_start_recovers() throws Exception {
        Process holder = hold("create table twice as select 8 as n");
        holder.destroyForcibly().waitFor();
        ProcessHandle.of(servers().getFirst()).orElseThrow().destroyForcibly();
        try (RunningDatabase database = EmbeddedPostgres.start(DATA)) {
            assertThat(ask(database, "select n from twice")).isEqualTo("8");
        }
    }

    @Test
    void a_number_in_the_pid_file_that_belongs_to_another_program_does_no_harm() throws Exception {
        EmbeddedPostgres.start(DATA).close();
        Path pidFile = new DataDirectory(DATA).cluster().resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + DATA.toAbsolutePath() + "\n");
        try (RunningDatabase database = EmbeddedPostgres.start(DATA)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_port_that_somebody_else_took_is_replaced() throws Exception {
        EmbeddedPostgres.start(DATA).close();
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Files.writeString(new DataDirectory(DATA).port(), Integer.toString(taken.getLocalPort()));
            try (RunningDatabase database = EmbeddedPostgres.start(DATA)) {
                assertThat(ask(database, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void a_folder_that_no_other_account_may_enter_works_too(@TempDir Path closed) throws Exception {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        try (RunningDatabase database = EmbeddedPostgres.start(closed)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
        try (RunningDatabase database = EmbeddedPostgres.start(closed)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_cluster_of_another_version_is_left_alone(@TempDir Path data) throws Exception {
        DataDirectory directory = new DataDirectory(data);
        Files.createDirectories(directory.cluster());
        Files.writeString(directory.cluster().resolve("PG_VERSION"), "17\n");
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> EmbeddedPostgres.start(data))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("database.version"))
                .satisfies(failure -> assertThat(failure.arguments()).contains("17", "18"));
        assertThat(EmbeddedPostgres.attach(data)).as("the lock is free again").isEmpty();
    }

    @Test
    void a_start_that_died_in_the_middle_of_making_the_cluster_is_made_anew(@TempDir Path data) throws Exception {
        DataDirectory directory = new DataDirectory(data);
        Files.createDirectories(directory.postgres().resolve("cluster.new/base"));
        Files.createDirectories(directory.postgres().resolve("binaries-new/bin"));
        Files.writeString(directory.password(), "old\n");
        try (RunningDatabase database = EmbeddedPostgres.start(data)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
        assertThat(directory.postgres().resolve("binaries-new")).doesNotExist();
    }

    private static String ask(RunningDatabase database, String... statements) throws SQLException {
        String answer = "";
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    var rows = statement.getResultSet();
                    rows.next();
                    answer = rows.getString(1);
                }
            }
        }
        return answer;
    }

    private static Process process(String sql) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsDatabase.class.getName(),
                        DATA.toString(),
                        sql)
                .redirectError(Path.of("target", "holds-database.log").toFile())
                .start();
    }

    private static Process hold(String sql) throws IOException {
        Process process = process(sql);
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
            assertThat(line).as("the other process has ended").isNotNull();
        }
        return process;
    }

    /** The main server processes that work in the directory. */
    private static List<Long> servers() throws IOException {
        Path cluster = new DataDirectory(DATA).cluster().toRealPath();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.info().command().orElse("").endsWith("/bin/postgres"))
                    .filter(process -> process.parent()
                            .map(parent -> !parent.info().command().orElse("").endsWith("/bin/postgres"))
                            .orElse(true))
                    .filter(process -> worksIn(process, cluster))
                    .map(ProcessHandle::pid)
                    .toList();
        }
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(folder);
        } catch (IOException gone) {
            return false;
        }
    }
}
