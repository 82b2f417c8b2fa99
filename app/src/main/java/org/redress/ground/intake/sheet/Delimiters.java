package org.redress.ground.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what parts the cells: the character that parts the first rows into the same number of cells. */
final class Delimiters {

    private static final String CANDIDATES = ",;\t|";
    private static final int SAMPLE = 1 << 17;
    private static final int ROWS = 200;

    private Delimiters() {}

    static char find(Path file, Charset charset) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                Reader text = CsvRows.text(in, charset)) {
            char[] sample = new char[SAMPLE];
            int size = 0;
            for (int n = text.read(sample, 0, SAMPLE); n > 0; n = text.read(sample, size, SAMPLE - size)) {
                size += n;
            }
            return find(new String(sample, 0, size));
        }
    }

    static char find(String sample) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES.toCharArray()) {
            double score = score(widths(sample, candidate));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** How many rows have the commonest width; a wider one counts a little more. */
    private static double score(List<Integer> widths) {
        Map<Integer, Integer> counts = new HashMap<>();
        widths.forEach(width -> counts.merge(width, 1, Integer::sum));
        double best = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            if (entry.getKey() > 1) {
                best = Math.max(best, entry.getValue() * (1 + Math.min(entry.getKey(), 50) / 100.0));
            }
        }
        return best;
    }

    private static List<Integer> widths(String sample, char delimiter) {
        List<Integer> widths = new ArrayList<>();
        int width = 1;
        boolean quoted = false;
        boolean start = true;
        for (int i = 0; i < sample.length() && widths.size() < ROWS; i++) {
            char c = sample.charAt(i);
            if (quoted) {
                quoted = c != '"';
            } else if (c == '"' && (start || sample.charAt(i - 1) == '"')) {
                quoted = true;
            } else if (c == delimiter) {
                width++;
            } else if (c == '\n' || c == '\r') {
                if (!start || width > 1) {
                    widths.add(width);
                }
                width = 1;
            }
            start = c == delimiter || c == '\n' || c == '\r';
        }
        if (!start) {
            widths.add(width);
        }
        return widths;
    }
}
