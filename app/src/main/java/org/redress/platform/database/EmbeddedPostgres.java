package org.redress.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that the product brings along, in the operator's data directory: durable, one process at a time, reached
 * from this machine only. It ends with the process; if the process was killed, the next start stops what is left and
 * recovers. If the server itself dies, it is started again.
 */
public final class EmbeddedPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** How long a second process waits for the first one to finish its start. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final AtomicBoolean ended = new AtomicBoolean();

    private EmbeddedPostgres(DirectoryLock lock, Cluster cluster) {
        this.lock = lock;
        this.cluster = cluster;
    }

    /**
     * Starts the database of a directory, which is made if it is absent.
     *
     * @throws DataDirectoryInUse if another process works there
     * @throws DatabaseFailure if it cannot be had for another reason
     */
    public static RunningDatabase start(Path data) {
        return start(data, end -> Runtime.getRuntime().addShutdownHook(new Thread(end, "database-end")));
    }

    /** @param atEnd takes what must run when the process ends without having closed the result */
    static RunningDatabase start(Path data, Consumer<Runnable> atEnd) {
        DataDirectory directory = new DataDirectory(data);
        directory.create();
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            Binaries binaries = Binaries.unpack(directory);
            Cluster cluster = new Cluster(directory, binaries, Account.choose(directory));
            cluster.ensure();
            cluster.stopOrphan();
            String url = url(cluster.start());
            binaries.removeOthers();
            EmbeddedPostgres server = new EmbeddedPostgres(lock, cluster);
            server.watch();
            atEnd.accept(server::end);
            lock.say(DirectoryLock.DATABASE, url);
            return new RunningDatabase(
                    url,
                    Cluster.NAME,
                    directory.readPassword(),
                    address -> lock.say(DirectoryLock.ADDRESS, address),
                    server::end);
        } catch (IOException e) {
            lock.close();
            throw DatabaseFailure.ofFile(directory.root(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The database that another process runs in this directory, if one does; closing the result leaves it running. */
    public static Optional<RunningDatabase> attach(Path data) {
        DataDirectory directory = new DataDirectory(data);
        for (long waited = 0; ; waited += 100) {
            Optional<Properties> holder = DirectoryLock.holder(directory);
            if (holder.isEmpty()) {
                return Optional.empty();
            }
            String url = holder.get().getProperty(DirectoryLock.DATABASE);
            if (url != null) {
                return Optional.of(RunningDatabase.elsewhere(url, Cluster.NAME, directory.readPassword()));
            }
            if (waited > PATIENCE.toMillis()) {
                throw DirectoryLock.refusal(directory);
            }
            Cluster.pause(100);
        }
    }

    /** For a command beside the server: the running database, or an own one for as long as the command takes. */
    public static RunningDatabase startOrAttach(Path data) {
        return attach(data).orElseGet(() -> start(data));
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME + "?sslmode=disable&gssEncMode=disable";
    }

    private void watch() {
        cluster.postmaster().ifPresent(process -> process.onExit().thenRunAsync(this::restart));
    }

    private synchronized void restart() {
        if (ended.get()) {
            return;
        }
        LOG.error("the database server has died; starting it again");
        try {
            cluster.stopOrphan();
            cluster.start();
            watch();
        } catch (IOException | RuntimeException e) {
            LOG.error("the database server cannot be started again", e);
        }
    }

    private void end() {
        if (ended.getAndSet(true)) {
            return;
        }
        synchronized (this) {
            cluster.stop();
            lock.close();
        }
    }
}
