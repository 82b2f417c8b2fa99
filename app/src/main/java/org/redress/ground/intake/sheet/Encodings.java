package org.redress.ground.intake.sheet;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.redress.platform.web.Problem;

/** Finds the encoding of a text file by reading all of it. */
final class Encodings {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 1 << 16;

    private Encodings() {}

    /**
     * What a file is written in.
     *
     * @param confidence 0 to 100; 100 where the whole file proves it
     */
    record Found(Charset charset, int confidence) {}

    static Found find(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(4);
            int first = in.read();
            int second = in.read();
            int third = in.read();
            if (first == 0xef && second == 0xbb && third == 0xbf) {
                return new Found(StandardCharsets.UTF_8, 100);
            }
            if (first == 0xff && second == 0xfe) {
                return new Found(StandardCharsets.UTF_16LE, 100);
            }
            if (first == 0xfe && second == 0xff) {
                return new Found(StandardCharsets.UTF_16BE, 100);
            }
            in.reset();
            ByteCensus census = new ByteCensus();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                census.count(buffer, n);
            }
            return judge(file, census.end());
        }
    }

    private static Found judge(Path file, ByteCensus census) throws IOException {
        if (census.zeros() > 0) {
            return wide(census);
        }
        if (census.controls() * 200 > census.bytes()) {
            throw Problem.invalid("intake.file.binary", "file");
        }
        if (census.utf8Bad() == 0) {
            return new Found(StandardCharsets.UTF_8, 100);
        }
        // A few broken bytes in a file that is otherwise UTF-8: their rows are rejected, the others are read.
        if (census.utf8Good() > 20 * census.utf8Bad()) {
            return new Found(StandardCharsets.UTF_8, share(census.utf8Good(), census.utf8Bad()));
        }
        if (census.gbGood() > 20 * census.gbBad() && census.gbCommon() * 10 >= census.gbGood() * 6) {
            return new Found(GB18030, share(census.gbCommon(), census.gbGood() - census.gbCommon() + census.gbBad()));
        }
        return detect(file);
    }

    /** Two bytes a character: in one of the two places every Latin letter, comma and line end has a zero. */
    private static Found wide(ByteCensus census) {
        long little = census.zerosOdd();
        long big = census.zerosEven();
        long more = Math.max(little, big);
        if (census.bytes() % 2 != 0 || Math.min(little, big) * 5 > more || more * 100 < census.bytes()) {
            throw Problem.invalid("intake.file.binary", "file");
        }
        return new Found(
                little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE,
                share(more, Math.min(little, big)));
    }

    private static int share(long good, long bad) {
        return (int) Math.min(99, 100 * good / Math.max(1, good + bad));
    }

    private static Found detect(Path file) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = telling(in);
        }
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        if (match == null || !Charset.isSupported(match.getName())) {
            return new Found(Charset.forName("windows-1252"), 10);
        }
        return new Found(Charset.forName(match.getName()), Math.min(99, match.getConfidence()));
    }

    /** The surroundings of bytes beyond ASCII: they alone tell the encodings apart, and they may come late. */
    private static byte[] telling(InputStream in) throws IOException {
        byte[] sample = new byte[SAMPLE];
        byte[] buffer = new byte[SAMPLE];
        int size = 0;
        for (int n = in.read(buffer); n > 0 && size < SAMPLE; n = in.read(buffer)) {
            int keep = 0;
            for (int i = 0; i < n && size < SAMPLE; i++) {
                if (buffer[i] < 0) {
                    keep = 32;
                }
                if (keep > 0) {
                    keep--;
                    sample[size++] = buffer[i];
                }
            }
        }
        return java.util.Arrays.copyOf(sample, size);
    }
}
