package org.redress.ground.intake;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import org.redress.platform.web.Problem;

/** A file for the time that it is worked on; gone from the disk when closed. */
final class Spool implements Closeable {

    private static final long LARGEST = 2L << 30;

    private final Path path;
    private final byte[] sha256;

    private Spool(Path path, byte[] sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    /** Where the bytes come from. */
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    static Spool of(InputStream in) throws IOException {
        return of(out -> {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > LARGEST) {
                    throw Problem.invalid("intake.file.large", "file");
                }
                out.write(buffer, 0, n);
            }
        });
    }

    static Spool of(Source source) throws IOException {
        Path path = Files.createTempFile("intake", ".tmp");
        DigestOutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16), Digest.sha256());
        try (out) {
            source.writeTo(out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new Spool(path, out.getMessageDigest().digest());
    }

    Path path() {
        return path;
    }

    byte[] sha256() {
        return sha256.clone();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
