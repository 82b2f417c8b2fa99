package org.redress.platform.database;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A database that answers: where it is and who may come in. Closing it stops it if it was started here. */
public final class RunningDatabase implements AutoCloseable {

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Consumer<String> announcement;
    private final Runnable end;

    RunningDatabase(
            String url, @Nullable String user, @Nullable String password, Consumer<String> announcement, Runnable end) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.announcement = announcement;
        this.end = end;
    }

    /** One that somebody else looks after. */
    static RunningDatabase elsewhere(String url, @Nullable String user, @Nullable String password) {
        return new RunningDatabase(url, user, password, address -> {}, () -> {});
    }

    /** For the driver: {@code jdbc:postgresql://…}. */
    public String url() {
        return url;
    }

    public @Nullable String user() {
        return user;
    }

    public @Nullable String password() {
        return password;
    }

    /** Tells a second start on the same directory where the pages of this one are. */
    public void announce(String address) {
        announcement.accept(address);
    }

    @Override
    public void close() {
        end.run();
    }

    @Override
    public String toString() {
        return "RunningDatabase[" + url.replaceFirst("\\?.*", "") + "]";
    }
}
