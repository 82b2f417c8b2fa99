package org.redress.platform.database;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be had, for a reason that the person at the machine can do something about. Its message
 * stands in both languages under {@code problem.} and {@link #code()}, with {@link #arguments()}.
 */
public sealed class DatabaseFailure extends RuntimeException permits BackupRefused, DataDirectoryInUse {

    private static final long serialVersionUID = 1L;

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
