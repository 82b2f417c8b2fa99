package org.redress.platform.database;

import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * The whole database in one file and back. The file is a zip: for each table its rows in COPY's text format, and a manifest
 * with the count and the checksum of each. PostgreSQL's own tools for this are not among the binaries that the product
 * brings, and a file of rows can be read into any later PostgreSQL.
 */
public final class Backup {

    /** Hears how far the work is. */
    @FunctionalInterface
    public interface Progress {

        /** @param total an estimate while a backup is written, exact while one is restored */
        void rows(long done, long total);
    }

    /** What was written or restored. */
    public record Summary(int tables, long rows) {}

    private Backup() {}

    /**
     * Writes one consistent moment of the database, while others go on working. The file appears when it is whole, readable
     * by its owner alone.
     *
     * @throws BackupRefused if the file exists
     * @throws DatabaseFailure if there is no room or no right
     */
    public static Summary write(DataSource source, Path file, Progress progress) {
        return new BackupWriter(source, file.toAbsolutePath(), progress).write();
    }

    public static Summary write(DataSource source, Path file) {
        return write(source, file, (done, total) -> {});
    }

    /**
     * Reads a backup into a database that has been migrated to the same version and in which no bureau has a row. Everything
     * is checked before and while it is read, in one transaction: it is all there, or nothing has changed.
     *
     * @throws BackupRefused if the file is broken or of another version, or the database is not empty
     */
    public static Summary restore(DataSource target, Path file, Progress progress) {
        return new BackupReader(target, file.toAbsolutePath(), progress).restore();
    }

    public static Summary restore(DataSource target, Path file) {
        return restore(target, file, (done, total) -> {});
    }
}
