package org.redress.platform.database;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process at a time on a data directory. The operating system frees the lock when its holder dies, however it dies.
 * What the holder tells others stands in a file beside it.
 */
final class DirectoryLock implements AutoCloseable {

    static final String PID = "pid";
    static final String DATABASE = "database";
    static final String ADDRESS = "address";

    /** A process that opens a file it has locked and closes it again has lost its lock, so own locks are known here. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final DataDirectory directory;
    private final FileChannel channel;
    private final Properties facts = new Properties();

    private DirectoryLock(DataDirectory directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static DirectoryLock take(DataDirectory directory) {
        if (!OURS.add(directory.lock())) {
            throw refusal(directory);
        }
        try {
            FileChannel channel =
                    FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                DirectoryLock lock = new DirectoryLock(directory, channel);
                lock.say(PID, Long.toString(ProcessHandle.current().pid()));
                return lock;
            }
            channel.close();
        } catch (IOException e) {
            OURS.remove(directory.lock());
            throw DatabaseFailure.ofFile(directory.lock(), e);
        }
        OURS.remove(directory.lock());
        throw refusal(directory);
    }

    /** What the holder says of itself; empty if nobody works here. */
    static Optional<Properties> holder(DataDirectory directory) {
        if (!OURS.contains(directory.lock())) {
            try (FileChannel channel = FileChannel.open(directory.lock(), StandardOpenOption.WRITE)) {
                if (channel.tryLock() != null) {
                    return Optional.empty();
                }
            } catch (NoSuchFileException never) {
                return Optional.empty();
            } catch (IOException e) {
                throw DatabaseFailure.ofFile(directory.lock(), e);
            }
        }
        return Optional.of(read(directory));
    }

    /** Tells others a fact. */
    synchronized void say(String key, String value) {
        facts.setProperty(key, value);
        try {
            StringWriter text = new StringWriter();
            facts.store(text, null);
            Path temporary = directory.root().resolve("running.new");
            Files.writeString(temporary, text.toString());
            Files.move(temporary, directory.running(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DatabaseFailure.ofFile(directory.running(), e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(directory.running());
        } catch (IOException e) {
            throw DatabaseFailure.ofFile(directory.lock(), e);
        } finally {
            OURS.remove(directory.lock());
        }
    }

    private static Properties read(DataDirectory directory) {
        Properties facts = new Properties();
        try (var reader = Files.newBufferedReader(directory.running())) {
            facts.load(reader);
        } catch (NoSuchFileException e) {
            return facts; // It has the lock and has not written yet.
        } catch (IOException e) {
            throw DatabaseFailure.ofFile(directory.running(), e);
        }
        return facts;
    }

    static DataDirectoryInUse refusal(DataDirectory directory) {
        Properties facts = read(directory);
        return new DataDirectoryInUse(
                directory.root(), Long.parseLong(facts.getProperty(PID, "0")), facts.getProperty(ADDRESS));
    }
}
