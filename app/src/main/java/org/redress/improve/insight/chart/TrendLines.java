package org.redress.improve.insight.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Up to four lines over the same weeks, on 580 × 318. Lines are told apart by dash and by the name at their end, never by
 * colour alone.
 */
public record TrendLines(
        List<Mark> levels,
        List<Mark> months,
        List<Mark> events,
        List<Line> lines,
        @Nullable Band unsettled) {

    private static final double LEFT = 34;
    private static final double RIGHT = 440;
    private static final double TOP = 42;
    private static final double BOTTOM = 276;
    private static final double LABEL_HEIGHT = 16;
    /** Half ideographs that fit beside the lines. */
    private static final int LABEL_ROOM = 17;

    /** A name and its counts, oldest first. */
    public record Series(String name, List<Long> counts) {}

    /** Something at a place of one of the axes. */
    public record Mark(String at, String textAt, String text) {}

    /**
     * A line.
     *
     * @param number from 1: its colour and dash
     * @param label its name as there is room for, and its last count
     * @param labelY where that stands, moved apart from the others
     */
    public record Line(int number, String name, long last, String points, String label, String labelY) {}

    /** The last weeks, which are not settled yet. */
    public record Band(String x, String width) {}

    /** A text at a column. */
    public record At(int column, String text) {}

    /**
     * Draws.
     *
     * @param columns how many weeks there is room for
     * @param settled up to which the counts can no longer grow; the lines end there
     */
    public static TrendLines of(List<Series> series, List<At> months, List<At> events, int columns, int settled) {
        long most = series.stream()
                .flatMap(one -> one.counts().stream())
                .mapToLong(i -> i)
                .max()
                .orElse(0);
        Axis axis = Axis.of(0, Math.max(4, most), 4);
        List<Mark> levels = axis.marks().stream()
                .map(value -> new Mark(Svg.number(y(axis, value)), Svg.number(y(axis, value) + 4), Svg.number(value)))
                .toList();
        List<Series> shown = series.stream()
                .map(one -> new Series(one.name(), one.counts().subList(0, settled)))
                .toList();
        double edge = x(settled - 1, columns);
        return new TrendLines(
                levels,
                marks(months, columns),
                marks(events, columns),
                lines(shown, axis, columns),
                settled == columns ? null : new Band(Svg.number(edge), Svg.number(RIGHT - edge)));
    }

    private static List<Line> lines(List<Series> series, Axis axis, int columns) {
        double[] labels = apart(series.stream()
                .mapToDouble(one -> y(axis, one.counts().getLast()) + 4)
                .toArray());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Series one = series.get(i);
            String points = IntStream.range(0, one.counts().size())
                    .mapToObj(c -> Svg.number(x(c, columns)) + ","
                            + Svg.number(y(axis, one.counts().get(c))))
                    .collect(Collectors.joining(" "));
            lines.add(new Line(i + 1, one.name(), one.counts().getLast(), points, label(one), Svg.number(labels[i])));
        }
        return List.copyOf(lines);
    }

    /** Ideographs are twice as wide as letters. */
    private static String label(Series one) {
        StringBuilder label = new StringBuilder();
        int room = LABEL_ROOM;
        for (int c : one.name().codePoints().toArray()) {
            room -= Character.isIdeographic(c) || c >= 0x3000 ? 2 : 1;
            if (room < 0) {
                label.append('…');
                break;
            }
            label.appendCodePoint(c);
        }
        return label + " " + one.counts().getLast();
    }

    private static List<Mark> marks(List<At> all, int columns) {
        return all.stream()
                .map(one -> {
                    String x = Svg.number(x(one.column(), columns));
                    return new Mark(x, x, one.text());
                })
                .toList();
    }

    /** Moves labels that would cover each other just so far apart, keeping their order and staying on the drawing. */
    static double[] apart(double[] wanted) {
        List<Integer> order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .toList();
        double[] placed = wanted.clone();
        double above = Double.NEGATIVE_INFINITY;
        for (int i : order) {
            placed[i] = Math.max(placed[i], above + LABEL_HEIGHT);
            above = placed[i];
        }
        double below = BOTTOM + 4 + LABEL_HEIGHT;
        for (int i : order.reversed()) {
            placed[i] = Math.min(placed[i], below - LABEL_HEIGHT);
            below = placed[i];
        }
        return placed;
    }

    private static double x(int column, int columns) {
        return columns < 2 ? LEFT : LEFT + (RIGHT - LEFT) * column / (columns - 1);
    }

    private static double y(Axis axis, double value) {
        return axis.at(value, BOTTOM, TOP);
    }
}
