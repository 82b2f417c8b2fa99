package org.redress.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where things lie below the directory that the operator chose.
 *
 * @param root an absolute path
 */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Held while somebody works here. It stays empty: reading it would let go of the lock (fcntl). */
    Path lock() {
        return root.resolve("redress.lock");
    }

    /** Who works here, where its database and its pages are. */
    Path running() {
        return root.resolve("running.properties");
    }

    /** Everything that the server's account owns. */
    Path postgres() {
        return root.resolve("postgres");
    }

    Path cluster() {
        return postgres().resolve("cluster");
    }

    Path password() {
        return postgres().resolve("password");
    }

    Path port() {
        return postgres().resolve("port");
    }

    /** What the server says: its start, its end, and whatever killed it. */
    public Path log() {
        return postgres().resolve("server.log");
    }

    String readPassword() {
        try {
            return Files.readString(password()).strip();
        } catch (IOException e) {
            throw DatabaseFailure.ofFile(password(), e);
        }
    }

    void create() {
        try {
            Files.createDirectories(postgres());
            Path probe = Files.createTempFile(postgres(), "probe", "");
            Files.delete(probe);
        } catch (IOException e) {
            throw DatabaseFailure.ofFile(root, e);
        }
    }

    /** Removes a folder of ours with everything in it; links are not followed. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
