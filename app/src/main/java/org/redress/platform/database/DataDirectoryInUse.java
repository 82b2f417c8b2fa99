package org.redress.platform.database;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process works on the same data directory. Nothing was touched. */
public final class DataDirectoryInUse extends DatabaseFailure {

    private static final long serialVersionUID = 1L;

    private final long pid;
    private final @Nullable String address;

    DataDirectoryInUse(Path directory, long pid, @Nullable String address) {
        super(
                address == null ? "database.inuse" : "database.inuse.at",
                null,
                directory.toString(),
                Long.toString(pid),
                address == null ? "" : address);
        this.pid = pid;
        this.address = address;
    }

    /** The process that holds it; 0 if it has not said so yet. */
    public long pid() {
        return pid;
    }

    /** Where its pages are, once they are. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }
}
