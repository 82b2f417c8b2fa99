package org.redress.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the archive on the class path. The folder is named by the archive's checksum
 * and appears in one step, so what is there is whole.
 */
record Binaries(Path home) {

    private static final String PREFIX = "binaries-";

    static Binaries unpack(DataDirectory directory) {
        String archive = archive(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        URL url = Binaries.class.getResource("/" + archive);
        if (url == null) {
            throw new DatabaseFailure("database.platform", null, archive);
        }
        try {
            JarURLConnection connection = (JarURLConnection) url.openConnection();
            Path home = directory
                    .postgres()
                    .resolve(PREFIX + Long.toHexString(connection.getJarEntry().getCrc()));
            if (!Files.exists(home)) {
                Path temporary = directory.postgres().resolve(PREFIX + "new");
                DataDirectory.remove(temporary);
                try (InputStream in = connection.getInputStream()) {
                    unpack(in, temporary);
                }
                Files.move(temporary, home);
            }
            return new Binaries(home);
        } catch (IOException e) {
            throw DatabaseFailure.ofFile(directory.root(), e);
        }
    }

    String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** The version whose clusters these programs read, such as 18. */
    String major() {
        String text = Command.run(home, List.of(tool("postgres"), "--version")).output();
        return text.replaceFirst("(?s)^.*?(\\d+).*$", "$1");
    }

    /** Takes away what earlier versions of the product left. */
    void removeOthers() throws IOException {
        try (Stream<Path> siblings = Files.list(home.resolveSibling("."))) {
            for (Path folder : siblings.map(Path::normalize).toList()) {
                if (folder.getFileName().toString().startsWith(PREFIX) && !folder.equals(home)) {
                    DataDirectory.remove(folder);
                }
            }
        }
    }

    static String archive(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        return "postgres-" + name + (processor.equals("aarch64") ? "-arm_64" : "-x86_64") + ".txz";
    }

    private static void unpack(InputStream in, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
        // One flush for a thousand small files; where sync cannot do it, the next start after a power cut may have to
        // unpack.
        Command.run(target, List.of("sync", "-f", target.toString()));
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean program = (entry.getMode() & 0111) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
