package org.redress.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Restores one backup. */
final class BackupReader {

    private static final int BUFFER = 1 << 16;
    private static final int LARGEST_MANIFEST = 16 << 20;

    private final DataSource target;
    private final Path file;
    private final Backup.Progress progress;

    BackupReader(DataSource target, Path file, Backup.Progress progress) {
        this.target = target;
        this.file = file;
        this.progress = progress;
    }

    Backup.Summary restore() {
        try (ZipFile zip = open()) {
            BackupManifest manifest = manifest(zip);
            // Before the database is touched: a file that is no longer what was written is told as that.
            for (BackupManifest.Table table : manifest.tables()) {
                verify(zip, table);
            }
            try (Connection connection = target.getConnection()) {
                restore(connection, zip, manifest);
            }
            return new Backup.Summary(manifest.tables().size(), manifest.rows());
        } catch (IOException e) {
            throw BackupWriter.refusal(file, e);
        } catch (SQLException e) {
            throw BackupWriter.refusal(e);
        }
    }

    private void restore(Connection connection, ZipFile zip, BackupManifest manifest) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            List<Catalog.Table> tables = Catalog.tables(connection);
            compare(connection, manifest, tables);
            String all = tables.stream().map(Catalog.Table::name).collect(Collectors.joining(", "));
            Catalog.run(connection, BackupWriter.PLAIN_TEXT);
            Catalog.run(connection, "lock table " + all + " in access exclusive mode");
            requireEmpty(connection, tables);
            List<Catalog.Rule> rules = Catalog.rules(connection);
            for (Catalog.Rule rule : rules) {
                Catalog.run(connection, rule.off());
            }
            Catalog.run(connection, "truncate " + all + " restart identity");
            readTables(connection, zip, manifest);
            for (BackupManifest.Sequence sequence : manifest.sequences()) {
                Catalog.run(connection, "alter sequence " + sequence.name() + " restart with " + sequence.next());
            }
            Catalog.run(connection, "set constraints all immediate");
            for (Catalog.Rule rule : rules) {
                Catalog.run(connection, rule.on()); // a foreign key is checked over all rows as it returns
            }
            connection.commit();
            Catalog.run(connection, "analyze " + all);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void readTables(Connection connection, ZipFile zip, BackupManifest manifest)
            throws SQLException, IOException {
        long before = 0;
        for (BackupManifest.Table table : manifest.tables()) {
            RowGauge gauge = new RowGauge(progress, before, manifest.rows());
            try (InputStream in = gauge.over(entry(zip, table.entry()))) {
                String sql = "copy " + table.name() + " (" + String.join(", ", table.columns()) + ") from stdin";
                long taken = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, BUFFER);
                if (taken != table.rows()) {
                    throw broken(table.name(), null);
                }
            }
            check(table, gauge);
            before += table.rows();
        }
    }

    private void compare(Connection connection, BackupManifest manifest, List<Catalog.Table> tables)
            throws SQLException {
        List<String> migrations = Catalog.migrations(connection);
        if (!migrations.equals(manifest.migrations())) {
            TreeSet<String> difference = new TreeSet<>(migrations);
            manifest.migrations().forEach(version -> {
                if (!difference.remove(version)) {
                    difference.add(version);
                }
            });
            throw new BackupRefused(
                    "backup.version", null, file.toString(), manifest.product(), String.join(", ", difference));
        }
        List<String> ours = tables.stream().map(t -> t.name() + t.columns()).toList();
        List<String> theirs =
                manifest.tables().stream().map(t -> t.name() + t.columns()).toList();
        if (!ours.equals(theirs)) {
            TreeSet<String> difference = new TreeSet<>(ours);
            difference.removeAll(theirs);
            throw new BackupRefused("backup.shape", null, file.toString(), String.join(", ", difference));
        }
    }

    private static void requireEmpty(Connection connection, List<Catalog.Table> tables) throws SQLException {
        for (Catalog.Table table : tables) {
            if (table.bureau()
                    && !Catalog.list(connection, "select from " + table.name() + " limit 1", row -> table)
                            .isEmpty()) {
                throw new BackupRefused("backup.notempty", null, table.name());
            }
        }
    }

    private ZipFile open() throws IOException {
        if (!Files.exists(file)) {
            throw new BackupRefused("backup.absent", null, file.toString());
        }
        try {
            return new ZipFile(file.toFile());
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (IOException e) {
            throw broken("zip", e);
        }
    }

    private BackupManifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = entry(zip, BackupManifest.ENTRY)) {
            BackupManifest manifest =
                    JsonMapper.shared().readValue(in.readNBytes(LARGEST_MANIFEST), BackupManifest.class);
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new BackupRefused(
                        "backup.format",
                        null,
                        file.toString(),
                        manifest.product(),
                        Integer.toString(manifest.format()));
            }
            return manifest;
        } catch (JacksonException | IOException e) {
            throw broken(BackupManifest.ENTRY, e);
        }
    }

    private void verify(ZipFile zip, BackupManifest.Table table) {
        RowGauge gauge = new RowGauge((done, total) -> {}, 0, 0);
        try (InputStream in = gauge.over(entry(zip, table.entry()))) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw broken(table.name(), e);
        }
        check(table, gauge);
    }

    private void check(BackupManifest.Table table, RowGauge gauge) {
        if (gauge.rows() != table.rows() || !gauge.sha256().equals(table.sha256())) {
            throw broken(table.name(), null);
        }
    }

    private InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw broken(name, null);
        }
        return zip.getInputStream(entry);
    }

    private BackupRefused broken(String part, @Nullable Exception cause) {
        return new BackupRefused("backup.broken", cause, file.toString(), part);
    }
}
