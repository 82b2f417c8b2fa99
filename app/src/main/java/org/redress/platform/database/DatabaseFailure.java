package org.redress.platform.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be had, for a reason that the person at the machine can do something about. Its message
 * stands in both languages under {@code problem.} and {@link #code()}, with {@link #arguments()}.
 */
public sealed class DatabaseFailure extends RuntimeException permits BackupRefused, DataDirectoryInUse {

    private static final long serialVersionUID = 1L;

    /** PostgreSQL's {@code disk_full}. */
    private static final String DISK_FULL = "53100";

    /** A piece of the server's journal, in bytes: with less it cannot go on. */
    private static final long SEGMENT = 16L << 20;

    private final String code;
    private final transient List<Object> arguments;

    DatabaseFailure(String code, @Nullable Throwable cause, Object... arguments) {
        super(code + Arrays.toString(arguments), cause);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    /** What a refused or failed access to a file means: no right, no room, or something else that is then named. */
    static DatabaseFailure ofFile(Path path, Exception cause) {
        if (cause instanceof AccessDeniedException) {
            return new DatabaseFailure("database.access", cause, path.toString());
        }
        return ofText(path, String.valueOf(cause.getMessage()), cause);
    }

    /** The same, read out of what the server or the operating system wrote. */
    static DatabaseFailure ofText(Path path, String text, @Nullable Throwable cause) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left on device") || lower.contains("disk quota exceeded")) {
            return new DatabaseFailure("database.full", cause, path.toString());
        }
        if (lower.contains("permission denied") || lower.contains("read-only file system")) {
            return new DatabaseFailure("database.access", cause, path.toString());
        }
        return new DatabaseFailure("database.start", cause, path.toString(), lastComplaint(text));
    }

    /**
     * What an error of the server means in the middle of work, where it is more than a bug: its disk is full, or it has
     * gone away and says why in its log.
     *
     * @param data directory of the embedded database, or null where the database is elsewhere
     */
    public static Optional<DatabaseFailure> ofError(SQLException error, @Nullable Path data) {
        String state = String.valueOf(error.getSQLState());
        boolean gone = state.startsWith("08") || state.startsWith("57P0");
        if (state.equals(DISK_FULL) || (gone && data != null && full(data))) {
            return Optional.of(
                    data == null
                            ? new DatabaseFailure("database.full.elsewhere", error)
                            : new DatabaseFailure("database.full", error, data.toString()));
        }
        return gone && data != null
                ? Optional.of(new DatabaseFailure("database.lost", error, data.toString()))
                : Optional.empty();
    }

    /** A server that cannot write its journal falls over; if there is room for its log, it says so there. */
    private static boolean full(Path data) {
        DataDirectory directory = new DataDirectory(data);
        try {
            String log = Files.exists(directory.log()) ? Files.readString(directory.log(), ISO_8859_1) : "";
            return log.substring(Math.max(0, log.lastIndexOf("starting PostgreSQL")))
                            .contains("No space left on device")
                    || Files.getFileStore(directory.root()).getUsableSpace() < SEGMENT;
        } catch (IOException e) {
            return false;
        }
    }

    /** The last line that says what went wrong; the server's own prefix of date and process is cut off. */
    private static String lastComplaint(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.reversed().stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .findFirst()
                .or(() -> lines.reversed().stream().findFirst())
                .map(line -> line.replaceFirst("^.*?(?=FATAL:|PANIC:)", "").strip())
                .orElse("?");
    }
}
