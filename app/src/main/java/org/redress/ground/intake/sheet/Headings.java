package org.redress.ground.intake.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the heading among the first filled rows of a file. */
final class Headings {

    /** A number, a date, an hour, a percentage, an e-mail address: what a heading does not say. */
    private static final Pattern DATUM = Pattern.compile(
            "[-+]?[0-9][0-9.,]*%?|[0-9]{1,4}[-/.:\\p{IsHan}][0-9]{1,2}([-/.:\\p{IsHan}][0-9]{0,4}.*)?|\\S+@\\S+\\.\\S+|\\+?[0-9][0-9 ()-]{6,}");

    private Headings() {}

    /**
     * A heading.
     *
     * @param rows filled rows above the data, the heading among them; 0 where there is none
     * @param sure false where the first row might as well be data
     */
    record Found(int rows, boolean sure) {}

    static Found find(List<Row> first) {
        if (first.isEmpty()) {
            return new Found(0, true);
        }
        Row top = first.getFirst();
        if (Resent.own(top.cells()) < top.size()) {
            return new Found(1, true);
        }
        int widest = first.stream().mapToInt(Row::filled).max().orElse(0);
        int candidate = 0;
        while (candidate < first.size() - 1 && first.get(candidate).filled() * 10 < widest * 6) {
            candidate++;
        }
        Row heading = first.get(candidate);
        if (dataShare(heading) >= 0.3) {
            return new Found(0, dataShare(heading) >= 0.5 || candidate > 0);
        }
        List<Row> below = first.subList(candidate + 1, first.size());
        return new Found(candidate + 1, below.isEmpty() || differs(heading, below));
    }

    private static double dataShare(Row row) {
        long data = row.cells().stream()
                .filter(c -> !c.isBlank())
                .filter(Headings::datum)
                .count();
        return (double) data / Math.max(1, row.filled());
    }

    private static boolean datum(String cell) {
        return DATUM.matcher(cell.strip()).matches();
    }

    /** Whether some column holds data of a kind below and a word above, or the heading's words never come again. */
    private static boolean differs(Row heading, List<Row> below) {
        boolean repeats = false;
        for (int i = 0; i < heading.size(); i++) {
            int column = i;
            String name = heading.text(i).strip().toLowerCase(Locale.ROOT);
            Set<String> values = new HashSet<>();
            below.forEach(row -> values.add(row.text(column).strip().toLowerCase(Locale.ROOT)));
            long data = below.stream().filter(row -> datum(row.text(column))).count();
            if (data * 10 >= below.size() * 8L) {
                return true;
            }
            repeats |= values.contains(name) || values.size() > below.size() * 9 / 10 && below.size() > 20;
        }
        return !repeats && below.size() > 20;
    }
}
