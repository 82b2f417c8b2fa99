package org.redress.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Causes by count with their cumulative share, drawn row by row. */
public record Pareto(List<Row> rows) {

    /** The longest bar's share of the field's width; the rest is for the end of the line. */
    private static final double LONGEST = 70;

    /**
     * What is counted.
     *
     * @param change against the time before, in words, or null
     * @param worse whether the change is certainly for the worse; false also where nothing is certain
     * @param better whether the change is certainly for the better
     * @param rest whether this is the sum of everything not named
     */
    public record Item(
            String name,
            String href,
            long count,
            String countHref,
            @Nullable String change,
            boolean worse,
            boolean better,
            boolean selected,
            boolean rest) {}

    /**
     * A row with its geometry in a field 100 wide.
     *
     * @param bar length of the bar
     * @param before cumulative share before this row, in percent; null in the first
     * @param share cumulative share including this row, in percent
     * @param after cumulative share including the next row, in percent; null in the last
     */
    public record Row(
            int rank,
            Item item,
            double bar,
            @Nullable Double before,
            double share,
            @Nullable Double after) {}

    public Pareto {
        rows = List.copyOf(rows);
    }

    /** The rows of these items, which are already in their order. */
    public static Pareto of(List<Item> items) {
        long total = Math.max(1, items.stream().mapToLong(Item::count).sum());
        long most = Math.max(1, items.stream().mapToLong(Item::count).max().orElse(1));
        List<Double> shares = new ArrayList<>();
        long sum = 0;
        for (Item item : items) {
            sum += item.count();
            shares.add(100.0 * sum / total);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            rows.add(new Row(
                    i + 1,
                    items.get(i),
                    LONGEST * items.get(i).count() / most,
                    i == 0 ? null : shares.get(i - 1),
                    shares.get(i),
                    i + 1 < items.size() ? shares.get(i + 1) : null));
        }
        return new Pareto(rows);
    }
}
