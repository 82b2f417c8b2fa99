package org.redress.platform.database;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and sums up the rows of one table as they stream by; in COPY's text format a row is a line. */
final class RowGauge {

    private static final int STEP = 10_000;

    private final MessageDigest digest;
    private final Backup.Progress progress;
    private final long before;
    private final long total;
    private long rows;
    private long told;

    /**
     * @param before rows of the tables before this one
     * @param total rows of all tables, as far as known
     */
    RowGauge(Backup.Progress progress, long before, long total) {
        this.progress = progress;
        this.before = before;
        this.total = total;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    long rows() {
        return rows;
    }

    /** The checksum of all that has passed; asked once, at the end. */
    String sha256() {
        progress.rows(before + rows, Math.max(total, before + rows));
        return HexFormat.of().formatHex(digest.digest());
    }

    OutputStream onto(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                pass(bytes, from, length);
            }
        };
    }

    InputStream over(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = in.read(bytes, from, length);
                if (read > 0) {
                    pass(bytes, from, read);
                }
                return read;
            }
        };
    }

    private void pass(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                rows++;
            }
        }
        if (rows - told >= STEP) {
            told = rows;
            progress.rows(before + rows, Math.max(total, before + rows));
        }
    }
}
