package org.redress.ground.attachment;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.redress.platform.web.Problem;

/** A file on the disk while it is looked at; gone when closed. Memory holds one buffer of it. */
record Spool(Path path, long size, String sha256) implements Closeable {

    private static final int BUFFER = 1 << 16;

    /**
     * Reads to the end, or until it is too large.
     *
     * @param megabytes that it may have
     */
    static Spool of(InputStream in, int megabytes) throws IOException {
        Path path = Files.createTempFile("attachment", ".tmp");
        try (OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = digest();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > (long) megabytes << 20) {
                    throw Problem.invalid("attachment.large", Attachments.FIELD, megabytes);
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            return new Spool(path, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
