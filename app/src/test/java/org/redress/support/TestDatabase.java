package org.redress.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;
import org.redress.platform.database.DataDirectoryInUse;
import org.redress.platform.database.EmbeddedPostgres;
import org.redress.platform.database.RunningDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One real PostgreSQL for all tests of a JVM, kept under {@code target/} between runs, with a fresh database for each run.
 * Only here nothing waits for the disk.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int SERVERS = 9;
    private static final Path TARGET = Path.of("target");

    private static int number;
    private static final RunningDatabase SERVER = start();
    /** A busy machine is no failure. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicInteger BUREAUS = new AtomicInteger(1_000_000);
    private static final String RUN = "run" + ProcessHandle.current().pid();

    static {
        // A test may lose what a power cut takes; a hundred fresh databases would else be written to the disk one by
        // one.
        administer("alter system set fsync = off");
        administer("select pg_reload_conf()");
        dropOldDatabases();
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    /** The database that the shared context lives in, made on first use. */
    private static final class Shared {
        static final String URL = freshDatabase();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("redress.db=" + Shared.URL, "redress.data=" + files())
                .applyTo(context);
    }

    /** A bureau that no other test uses, so that tests in one database do not meet: above all that are founded. */
    public static int freshBureau() {
        return BUREAUS.incrementAndGet();
    }

    /** An empty database of its own: {@code jdbc:…} with user and password in it. */
    public static String freshDatabase() {
        String name = RUN + "_" + DATABASES.incrementAndGet();
        administer("create database " + name + " owner redress");
        return SERVER.url().replace("/redress?", "/" + name + "?") + "&options=-c%20synchronous_commit%3Doff&user="
                + SERVER.user() + "&password=" + SERVER.password();
    }

    /** For tests that work below Spring. */
    public static PGSimpleDataSource dataSource(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    /** What the products of this JVM keep beside their databases. */
    public static Path files() {
        return TARGET.resolve("test-files-" + number);
    }

    /** Each JVM of a run, and of another run in the same tree, gets a server. */
    private static RunningDatabase start() {
        while (true) {
            try {
                return EmbeddedPostgres.start(TARGET.resolve("test-data-" + number));
            } catch (DataDirectoryInUse inUse) {
                if (++number == SERVERS) {
                    throw inUse;
                }
            }
        }
    }

    private static void dropOldDatabases() {
        for (String name : administer("select datname from pg_database where datname like 'run%'")) {
            administer("drop database " + name + " with (force)");
        }
    }

    private static List<String> administer(String sql) {
        String url = SERVER.url().replace("/redress?", "/postgres?");
        List<String> names = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(url, "postgres", Objects.requireNonNull(SERVER.password()));
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return names;
    }
}
