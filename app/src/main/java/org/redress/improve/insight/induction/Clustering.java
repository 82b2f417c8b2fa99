package org.redress.improve.insight.induction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands close together: DBSCAN (Ester and others 1996) over the most telling terms of each text. Two points are
 * neighbours from a likeness of 0.45 on: 0.7 times the cosine of their terms by TF-IDF, 0.2 for the same cause, 0.1 for the
 * same type of failure. Only points with a telling term in common are compared, through inverted lists. The same points give
 * the same clusters, in whatever order they come.
 */
final class Clustering {

    private static final double NEAR = 0.45;
    private static final double OF_WORDS = 0.7;
    private static final double OF_CAUSE = 0.2;
    private static final double OF_TYPE = 0.1;

    /** Neighbours, itself among them, from which on a point is in the midst of something. */
    private static final int DENSE = 4;

    private static final int TERMS = 16;
    private static final int FEW = 50;
    /** A term that stands in more than a fifth of all texts tells nothing apart. */
    private static final int COMMON = 5;

    private static final int NONE = -1;

    private final List<Point> points;
    private final List<Map<String, Double>> vectors = new ArrayList<>();
    private final Map<String, List<Integer>> lists = new HashMap<>();
    private final int least;

    /** What is compared. {@code key} orders points that are otherwise alike. */
    record Point(
            String key,
            Map<String, Integer> terms,
            @Nullable String cause,
            @Nullable String type) {}

    private Clustering(List<Point> points, int least) {
        this.points = points;
        this.least = least;
    }

    /** Places of the points of each cluster, the largest first; points that stand alone are in none. */
    static List<List<Integer>> of(List<Point> points, int least) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer place) -> points.get(place).key()));
        Clustering clustering = new Clustering(order.stream().map(points::get).toList(), least);
        return clustering.run().stream()
                .map(members -> members.stream().map(order::get).toList())
                .toList();
    }

    private List<List<Integer>> run() {
        measure();
        int[] cluster = new int[points.size()];
        Arrays.fill(cluster, NONE);
        boolean[] seen = new boolean[points.size()];
        List<List<Integer>> found = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (!seen[i]) {
                seen[i] = true;
                int[] near = near(i);
                if (near.length >= DENSE) {
                    found.add(grow(i, near, found.size(), cluster, seen));
                }
            }
        }
        return found.stream()
                .filter(members -> members.size() >= least)
                .sorted(Comparator.comparingInt((List<Integer> members) -> members.size())
                        .reversed()
                        .thenComparing(List::getFirst))
                .toList();
    }

    private List<Integer> grow(int from, int[] near, int number, int[] cluster, boolean[] seen) {
        List<Integer> members = new ArrayList<>();
        Deque<Integer> next = new ArrayDeque<>();
        cluster[from] = number;
        members.add(from);
        Arrays.stream(near).forEach(next::add);
        while (!next.isEmpty()) {
            int at = next.removeFirst();
            if (cluster[at] == NONE) {
                cluster[at] = number;
                members.add(at);
            }
            if (!seen[at]) {
                seen[at] = true;
                int[] around = near(at);
                if (around.length >= DENSE) {
                    Arrays.stream(around).filter(one -> cluster[one] == NONE).forEach(next::add);
                }
            }
        }
        members.sort(Comparator.naturalOrder());
        return members;
    }

    /** Its most telling terms of each point, of length 1 together. */
    private void measure() {
        Map<String, Integer> in = new HashMap<>();
        points.forEach(point -> point.terms().keySet().forEach(term -> in.merge(term, 1, Integer::sum)));
        int most = Math.max(FEW, points.size() / COMMON);
        for (int i = 0; i < points.size(); i++) {
            Map<String, Double> weights = new HashMap<>();
            points.get(i).terms().forEach((term, times) -> {
                int cases = in.getOrDefault(term, 0);
                if (cases > 1 && cases <= most) {
                    weights.put(term, (1 + Math.log(times)) * Math.log(1 + (double) points.size() / cases));
                }
            });
            List<Map.Entry<String, Double>> best = weights.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(TERMS)
                    .toList();
            double length = Math.sqrt(best.stream()
                    .mapToDouble(entry -> entry.getValue() * entry.getValue())
                    .sum());
            Map<String, Double> vector = new HashMap<>();
            for (Map.Entry<String, Double> entry : best) {
                vector.put(entry.getKey(), entry.getValue() / length);
                lists.computeIfAbsent(entry.getKey(), term -> new ArrayList<>()).add(i);
            }
            vectors.add(vector);
        }
    }

    /** Places of those near a point, itself among them. */
    private int[] near(int at) {
        Map<Integer, Double> products = new HashMap<>();
        vectors.get(at)
                .forEach((term, weight) -> lists.getOrDefault(term, List.of())
                        .forEach(other -> products.merge(
                                other, weight * vectors.get(other).getOrDefault(term, 0.0), Double::sum)));
        return products.entrySet().stream()
                .filter(entry -> entry.getKey() == at || likeness(at, entry.getKey(), entry.getValue()) >= NEAR)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    private double likeness(int one, int other, double product) {
        Point a = points.get(one);
        Point b = points.get(other);
        return OF_WORDS * product
                + (a.cause() != null && Objects.equals(a.cause(), b.cause()) ? OF_CAUSE : 0)
                + (a.type() != null && Objects.equals(a.type(), b.type()) ? OF_TYPE : 0);
    }
}
