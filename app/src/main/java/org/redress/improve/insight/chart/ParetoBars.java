package org.redress.improve.insight.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars and the line of what has been added up so far, one drawing of 100 × 32 a row, so that each stays beside its words
 * and numbers. The bars share one scale (the longest is 70), the line another: its mark at 80 is 80 %.
 */
public record ParetoBars(List<Row> rows) {

    private static final double LONGEST = 70;
    private static final int TOP = -16;
    private static final int MIDDLE = 16;
    private static final int BOTTOM = 48;

    /**
     * One row.
     *
     * @param share of all up to and with this row, between 0 and 1
     * @param width of the bar
     */
    public record Row(double share, String width, List<Line> lines) {}

    /** A piece of the cumulative line; it may reach into the neighbouring rows. */
    public record Line(String x1, int y1, String x2, int y2) {}

    public static ParetoBars of(List<Long> counts) {
        long most = counts.stream().mapToLong(i -> i).max().orElse(0);
        long all = counts.stream().mapToLong(i -> i).sum();
        double[] shares = new double[counts.size()];
        long sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += counts.get(i);
            shares[i] = all == 0 ? 0 : (double) sum / all;
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            List<Line> lines = new ArrayList<>();
            if (i > 0) {
                lines.add(line(shares[i - 1], TOP, shares[i], MIDDLE));
            }
            if (i < shares.length - 1) {
                lines.add(line(shares[i], MIDDLE, shares[i + 1], BOTTOM));
            }
            double width = most == 0 ? 0 : LONGEST * counts.get(i) / most;
            rows.add(new Row(shares[i], Svg.number(width), List.copyOf(lines)));
        }
        return new ParetoBars(List.copyOf(rows));
    }

    /** How many rows it takes to reach 80 %. */
    public int vitalFew() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).share() >= 0.8) {
                return i + 1;
            }
        }
        return rows.size();
    }

    private static Line line(double from, int y1, double to, int y2) {
        return new Line(Svg.number(100 * from), y1, Svg.number(100 * to), y2);
    }
}
