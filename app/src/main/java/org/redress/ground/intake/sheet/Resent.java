package org.redress.ground.intake.sheet;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.text.Words;

/**
 * A file of rejected rows: how it is written so that no spreadsheet runs what stands in it, and how it is read when it
 * comes back corrected.
 */
public final class Resent {

    private Resent() {}

    /** The headings of the columns that are added: line, then reason. */
    public static List<String> columns(Words words) {
        return List.of(words.text("intake.rejected.line"), words.text("intake.rejected.reason"));
    }

    /** How many columns of a heading are the file's own; all, unless the last two are those of {@link #columns}. */
    public static int own(List<String> heading) {
        int size = heading.size();
        if (size > 2) {
            List<String> last =
                    heading.subList(size - 2, size).stream().map(String::strip).toList();
            for (var language : Words.LANGUAGES) {
                if (last.equals(columns(Words.of(language)))) {
                    return size - 2;
                }
            }
        }
        return size;
    }

    /** A cell that a spreadsheet would run gets an apostrophe, which it does not show (OWASP, CSV injection). */
    public static String guard(String cell) {
        return runs(cell) ? "'" + cell : cell;
    }

    /** Takes off what {@link #guard} put on. */
    static String unguard(String cell) {
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
