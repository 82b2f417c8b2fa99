package org.redress.desk.outlet;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.redress.platform.text.Words;

/**
 * Shares of twelve months and what was aimed at, on 240 × 64. A month without a share is a gap in the line.
 *
 * @param runs points of the pieces of the line
 * @param alone months with a share between two without
 * @param targets points of the pieces of the line of targets
 */
public record AttainmentLine(List<String> runs, List<Dot> alone, List<String> targets, List<PromiseMonth> months) {

    private static final double LEFT = 6;
    private static final double RIGHT = 234;
    private static final double TOP = 6;
    private static final double BOTTOM = 58;
    private static final int ALL = 1000;
    /** The lower end of the axis is a multiple of this, in thousandths. */
    private static final int STEP = 100;

    /** A single month. */
    public record Dot(String x, String y) {}

    private record Point(int column, long perMille) {}

    static AttainmentLine of(List<PromiseMonth> months) {
        List<Point> shares = points(months, true);
        List<Point> targets = points(months, false);
        long least = java.util.stream.Stream.concat(shares.stream(), targets.stream())
                .mapToLong(Point::perMille)
                .min()
                .orElse(ALL);
        long low = Math.max(0, Math.min(least, ALL - 1) / STEP * STEP);
        List<List<Point>> pieces = pieces(shares);
        return new AttainmentLine(
                pieces.stream()
                        .filter(one -> one.size() > 1)
                        .map(one -> line(one, low, months.size()))
                        .toList(),
                pieces.stream()
                        .filter(one -> one.size() == 1)
                        .map(one -> new Dot(x(one.getFirst(), months.size()), y(one.getFirst(), low)))
                        .toList(),
                pieces(targets).stream()
                        .map(one -> line(
                                one.size() > 1 ? one : List.of(one.getFirst(), one.getFirst()), low, months.size()))
                        .toList(),
                List.copyOf(months));
    }

    /** What the drawing shows, in words. */
    public String said(Words words) {
        return months.stream()
                .map(one -> words.text(
                        "promise.line.month", words.month(one.figures().month()), one.share(words)))
                .collect(Collectors.joining(words.text("promise.line.between")));
    }

    private static List<Point> points(List<PromiseMonth> months, boolean shares) {
        return IntStream.range(0, months.size())
                .filter(n -> shares ? months.get(n).enough() : months.get(n).target() != null)
                .mapToObj(n -> new Point(n, shares ? share(months.get(n)) : target(months.get(n))))
                .toList();
    }

    private static long share(PromiseMonth month) {
        return Objects.requireNonNull(month.figures().perMille());
    }

    private static long target(PromiseMonth month) {
        return Objects.requireNonNull(month.target()).movePointRight(1).longValue();
    }

    /** Points of months that follow one another. */
    private static List<List<Point>> pieces(List<Point> points) {
        List<List<Point>> pieces = new ArrayList<>();
        Point last = null;
        for (Point point : points) {
            if (last == null || point.column() != last.column() + 1) {
                pieces.add(new ArrayList<>());
            }
            pieces.getLast().add(point);
            last = point;
        }
        return pieces;
    }

    private static String line(List<Point> points, long low, int columns) {
        return points.stream().map(one -> x(one, columns) + "," + y(one, low)).collect(Collectors.joining(" "));
    }

    private static String x(Point point, int columns) {
        return number(LEFT + (RIGHT - LEFT) * point.column() / (columns - 1));
    }

    private static String y(Point point, long low) {
        return number(BOTTOM - (BOTTOM - TOP) * (point.perMille() - low) / (ALL - low));
    }

    private static String number(double value) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
