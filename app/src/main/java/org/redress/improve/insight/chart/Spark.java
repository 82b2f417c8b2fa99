package org.redress.improve.insight.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The small line beside a figure, on 100 × 26: its last days, the newest with a dot. */
public record Spark(String points, String dotX, String dotY) {

    public static Spark of(List<Double> values) {
        double low = values.stream().mapToDouble(v -> v).min().orElse(0);
        double high = values.stream().mapToDouble(v -> v).max().orElse(0);
        double range = high > low ? high - low : 1;
        List<String> xs = IntStream.range(0, values.size())
                .mapToObj(i -> Svg.number(values.size() < 2 ? 98 : 2 + 96.0 * i / (values.size() - 1)))
                .toList();
        List<String> ys = values.stream()
                .map(v -> Svg.number(high > low ? 22 - 18 * (v - low) / range : 13))
                .toList();
        String points = IntStream.range(0, values.size())
                .mapToObj(i -> xs.get(i) + "," + ys.get(i))
                .collect(Collectors.joining(" "));
        return values.isEmpty() ? new Spark("", "98", "13") : new Spark(points, xs.getLast(), ys.getLast());
    }
}
