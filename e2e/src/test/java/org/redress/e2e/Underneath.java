package org.redress.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** The database of a running product, asked while nobody looks at pages. */
final class Underneath implements AutoCloseable {

    private final Connection database;

    private Underneath(Connection database) {
        this.database = database;
    }

    static Underneath of(Path data) throws IOException, SQLException {
        Properties running = new Properties();
        try (var text = Files.newBufferedReader(data.resolve("running.properties"))) {
            running.load(text);
        }
        String password = Files.readString(data.resolve("postgres/password")).strip();
        return new Underneath(DriverManager.getConnection(running.getProperty("database"), "redress", password));
    }

    /** The first cell of the answer, as text. */
    String ask(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement asked = prepared(sql, parameters);
                ResultSet row = asked.executeQuery()) {
            if (!row.next()) {
                throw new AssertionError("no answer to " + sql);
            }
            return row.getString(1);
        }
    }

    long count(String sql, Object... parameters) throws SQLException {
        return Long.parseLong(ask(sql, parameters));
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement prepared = database.prepareStatement(sql);
        for (int n = 0; n < parameters.length; n++) {
            prepared.setObject(n + 1, parameters[n]);
        }
        return prepared;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
