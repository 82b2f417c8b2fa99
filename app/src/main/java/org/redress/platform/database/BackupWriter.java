package org.redress.platform.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Writes one backup. */
final class BackupWriter {

    /** So that the text of a value depends on the value alone. */
    static final String PLAIN_TEXT = """
            set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
            set local extra_float_digits = 1; set local bytea_output = 'hex'
            """;

    private final DataSource source;
    private final Path file;
    private final Backup.Progress progress;

    BackupWriter(DataSource source, Path file, Backup.Progress progress) {
        this.source = source;
        this.file = file;
        this.progress = progress;
    }

    Backup.Summary write() {
        if (Files.exists(file)) {
            throw new BackupRefused("backup.exists", null, file.toString());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Connection connection = source.getConnection()) {
                Files.deleteIfExists(part);
                BackupManifest manifest = write(connection, part);
                Files.move(part, file);
                return new Backup.Summary(manifest.tables().size(), manifest.rows());
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw refusal(file, e);
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private BackupManifest write(Connection connection, Path part) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (FileChannel channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            zip.setLevel(Deflater.BEST_SPEED);
            Catalog.run(connection, "set transaction isolation level repeatable read read only");
            Catalog.run(connection, PLAIN_TEXT);
            List<BackupManifest.Table> tables = writeTables(connection, zip);
            BackupManifest manifest = new BackupManifest(
                    BackupManifest.FORMAT,
                    product(),
                    now(connection),
                    Catalog.migrations(connection),
                    tables,
                    Catalog.sequences(connection));
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private List<BackupManifest.Table> writeTables(Connection connection, ZipOutputStream zip)
            throws IOException, SQLException {
        List<Catalog.Table> tables = Catalog.tables(connection);
        long estimate = tables.stream().mapToLong(Catalog.Table::estimate).sum();
        List<BackupManifest.Table> written = new ArrayList<>();
        long before = 0;
        for (Catalog.Table table : tables) {
            RowGauge gauge = new RowGauge(progress, before, estimate);
            zip.putNextEntry(new ZipEntry(new BackupManifest.Table(table.name(), List.of(), 0, "").entry()));
            OutputStream out = gauge.onto(zip);
            // A query, because a partitioned table gives its rows to nothing else.
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select " + String.join(", ", table.columns()) + " from " + table.name()
                                    + ") to stdout",
                            out);
            zip.closeEntry();
            written.add(new BackupManifest.Table(table.name(), table.columns(), gauge.rows(), gauge.sha256()));
            before += gauge.rows();
        }
        return written;
    }

    private static String now(Connection connection) throws SQLException {
        return Catalog.list(
                        connection, "select to_char(now(), 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')", row -> row.getString(1))
                .getFirst();
    }

    private static String product() throws IOException {
        Properties build = new Properties();
        try (InputStream in = BackupWriter.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return build.getProperty("build.version", "?");
    }

    static DatabaseFailure refusal(Path file, IOException cause) {
        DatabaseFailure known = DatabaseFailure.ofFile(file, cause);
        return known.code().equals("database.start")
                ? new BackupRefused("backup.file", cause, file.toString(), String.valueOf(cause.getMessage()))
                : known;
    }

    /** The server's own sentence without its details, in which people's data may stand. */
    static BackupRefused refusal(SQLException cause) {
        String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("?");
        return new BackupRefused("backup.database", cause, text);
    }
}
