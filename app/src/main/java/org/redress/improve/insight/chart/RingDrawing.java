package org.redress.improve.insight.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The ring: four stations and the four flows between them, on a square of 420. The area says how much waits: an arc's
 * thickness, as an arrow's width, grows with the square root of its count, so that eight cases and eight hundred can
 * both be seen.
 *
 * @param stations clockwise from the upper left
 * @param flows after each station; the last one leads back to the first
 */
public record RingDrawing(List<Station> stations, List<Flow> flows) {

    private static final double CENTRE = 210;
    private static final double RADIUS = 140;
    private static final double SPAN = 58;
    private static final double THICKEST = 23;
    private static final double THINNEST = 2;
    private static final double WIDEST = 6.75;
    private static final double LATE_STANDS_OUT = 5;
    private static final double SMALLEST_ANGLE = 2;

    /** What waits at a station: in time, due today and late. */
    public record Load(int inTime, int due, int late) {

        public int waiting() {
            return inTime + due + late;
        }
    }

    /**
     * One station's arc.
     *
     * @param numberX where its number stands
     */
    public record Station(int number, List<Arc> arcs, String numberX, String numberY, String textY) {}

    /** A piece of an arc; {@code name} is {@code ok}, {@code due}, {@code late}, or {@code flow} for an empty station. */
    public record Arc(String name, String path) {}

    /**
     * One arrow.
     *
     * @param name {@code flow}, or {@code flow back} for what came back
     */
    public record Flow(String name, String shaft, String head, int count, String x, String y) {}

    public static RingDrawing of(List<Load> loads, List<Integer> flows) {
        if (loads.size() != 4 || flows.size() != 4) {
            throw new IllegalArgumentException("a ring has four stations and four flows");
        }
        int most = loads.stream().mapToInt(Load::waiting).max().orElse(0);
        int strongest = flows.stream().mapToInt(i -> i).max().orElse(0);
        List<Station> stations = new ArrayList<>();
        List<Flow> arrows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double middle = 315 + 90 * i;
            stations.add(station(i + 1, middle - SPAN / 2, loads.get(i), most));
            arrows.add(arrow(middle + 45, flows.get(i), strongest, i == 3 && flows.get(i) > 0));
        }
        return new RingDrawing(List.copyOf(stations), List.copyOf(arrows));
    }

    private static Station station(int number, double start, Load load, int most) {
        double half = Math.max(THINNEST, root(load.waiting(), most, THICKEST));
        List<Arc> arcs = new ArrayList<>();
        if (load.waiting() == 0) {
            arcs.add(new Arc("flow", Svg.band(CENTRE, RADIUS - 0.5, RADIUS + 0.5, start, start + SPAN)));
        }
        double[] angles = angles(load);
        double from = start;
        from = piece(arcs, "ok", half, from, angles[0]);
        from = piece(arcs, "due", half, from, angles[1]);
        piece(arcs, "late", half + LATE_STANDS_OUT, from, angles[2]);
        double mark = Math.toRadians(start + 3.5);
        double y = CENTRE - RADIUS * Math.cos(mark);
        return new Station(
                number,
                List.copyOf(arcs),
                Svg.number(CENTRE + RADIUS * Math.sin(mark)),
                Svg.number(y),
                Svg.number(y + 5));
    }

    private static double piece(List<Arc> arcs, String name, double half, double from, double angle) {
        if (angle > 0) {
            arcs.add(new Arc(name, Svg.band(CENTRE, RADIUS - half, RADIUS + half, from, from + angle)));
        }
        return from + angle;
    }

    /** The span cut in proportion; a part that is there at all can be seen. */
    static double[] angles(Load load) {
        int[] counts = {load.inTime(), load.due(), load.late()};
        double[] angles = new double[3];
        double total = 0;
        for (int i = 0; i < 3; i++) {
            angles[i] = counts[i] == 0 ? 0 : Math.max(SMALLEST_ANGLE, SPAN * counts[i] / load.waiting());
            total += angles[i];
        }
        for (int i = 0; i < 3; i++) {
            angles[i] = total == 0 ? 0 : angles[i] * SPAN / total;
        }
        return angles;
    }

    private static Flow arrow(double middle, int count, int strongest, boolean back) {
        double half = Math.max(1, root(count, strongest, WIDEST));
        double neck = middle + 8.2;
        String head = "M" + Svg.onCircle(CENTRE, RADIUS - half - 6, neck) + "L"
                + Svg.onCircle(CENTRE, RADIUS, middle + 14) + "L" + Svg.onCircle(CENTRE, RADIUS + half + 6, neck) + "Z";
        double angle = Math.toRadians(middle);
        return new Flow(
                back ? "flow back" : "flow",
                Svg.band(CENTRE, RADIUS - half, RADIUS + half, middle - 13.5, middle + 8.5),
                head,
                count,
                Svg.number(CENTRE + 171 * Math.sin(angle)),
                Svg.number(CENTRE - 171 * Math.cos(angle) + 5));
    }

    private static double root(int count, int most, double largest) {
        return most == 0 ? 0 : largest * Math.sqrt((double) count / most);
    }
}
