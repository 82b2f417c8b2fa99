package org.redress.ground.intake.sheet;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.RunId;
import org.redress.platform.text.Words;

/**
 * A file of rejected rows: how it is written so that no spreadsheet runs what stands in it, and how it is read when it
 * comes back corrected.
 */
public final class Resent {

    private static final String RUN = " #";

    private Resent() {}

    /** The headings of the columns that are added: line, then reason with the run, so that the rows find back to it. */
    public static List<String> columns(Words words, RunId run) {
        return List.of(line(words), reason(words) + RUN + run.value());
    }

    private static String line(Words words) {
        return words.text("intake.rejected.line");
    }

    private static String reason(Words words) {
        return words.text("intake.rejected.reason");
    }

    /** How many columns of a heading are the file's own; all, unless the last two are those of {@link #columns}. */
    public static int own(List<String> heading) {
        int size = heading.size();
        if (size > 2) {
            String line = heading.get(size - 2).strip();
            String reason = heading.get(size - 1).strip();
            for (var language : Words.LANGUAGES) {
                Words words = Words.of(language);
                if (line.equals(line(words)) && (reason + RUN).startsWith(reason(words) + RUN)) {
                    return size - 2;
                }
            }
        }
        return size;
    }

    /** The run that the last of the added headings names, or null where it names none. */
    public static @Nullable RunId run(List<String> heading) {
        String reason = heading.getLast().strip();
        try {
            return new RunId(UUID.fromString(reason.substring(reason.lastIndexOf(RUN) + RUN.length())));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A cell that a spreadsheet would run gets an apostrophe, which it does not show (OWASP, CSV injection). */
    public static String guard(String cell) {
        return runs(cell) ? "'" + cell : cell;
    }

    /** Takes off what {@link #guard} put on. */
    public static String unguard(String cell) {
        return cell.startsWith("'") && runs(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean runs(String cell) {
        int i = 0;
        while (i < cell.length() && cell.charAt(i) == '\'') {
            i++;
        }
        return i < cell.length() && "=+-@\t\r".indexOf(cell.charAt(i)) >= 0;
    }

    /** The rows as they were before they were rejected, without the added columns. */
    public static Rows rows(Rows rows, int columns) {
        return new Rows() {
            @Override
            public @Nullable Row next() throws IOException {
                Row row = rows.next();
                if (row == null) {
                    return null;
                }
                int size = Math.min(columns, row.size());
                List<String> cells = row.cells().subList(0, size).stream()
                        .map(Resent::unguard)
                        .toList();
                List<CellKind> kinds =
                        row.kinds().isEmpty() ? row.kinds() : row.kinds().subList(0, size);
                return new Row(row.line(), cells, kinds, Math.min(columns, row.width()));
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }
}
