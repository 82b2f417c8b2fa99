package org.redress.platform.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A process of its own that starts the database of a directory, runs a statement, says so, and waits to be ended. */
final class HoldsDatabase {

    private HoldsDatabase() {}

    public static void main(String[] arguments) throws Exception {
        RunningDatabase database = EmbeddedPostgres.start(Path.of(arguments[0]));
        database.announce("http://localhost:1234");
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(arguments[1]);
        }
        System.out.println("ready");
        System.in.read();
        System.exit(0);
    }
}
