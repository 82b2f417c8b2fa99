package org.redress.ground.intake.sheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/**
 * A zip file that may be hostile: what comes out of it is measured while it is read and set against the bytes that are
 * really there; nothing that its directory says is believed.
 */
final class GuardedZip implements Closeable {

    private static final int MOST_ENTRIES = 10_000;
    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final long MOST = 16L << 30;
    /** Workbooks of a million like rows reach some 40. */
    private static final int RATIO = 200;

    private final ZipFile zip;
    private final long allowed;
    private long read;

    private GuardedZip(ZipFile zip, long size) {
        this.zip = zip;
        this.allowed = Math.min(MOST, Math.max(ALWAYS_ALLOWED, RATIO * size));
    }

    static GuardedZip open(Path file) throws IOException {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            if (zip.size() > MOST_ENTRIES) {
                zip.close();
                throw bomb();
            }
            return new GuardedZip(zip, Files.size(file));
        } catch (ZipException e) {
            throw Problem.invalid("intake.file.truncated", "file");
        }
    }

    boolean has(String name) {
        return entry(name) != null;
    }

    /** The content of an entry, or null where there is none of that name. */
    @Nullable
    InputStream content(String name) throws IOException {
        ZipEntry entry = entry(name);
        return entry == null ? null : new Counted(zip.getInputStream(entry));
    }

    private @Nullable ZipEntry entry(String name) {
        ZipEntry exact = zip.getEntry(name);
        if (exact != null) {
            return exact;
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        return zip.stream()
                .filter(e -> e.getName().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Problem bomb() {
        return Problem.invalid("intake.file.bomb", "file");
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                read += n;
                if (read > allowed) {
                    throw bomb();
                }
            }
            return n;
        }
    }
}
