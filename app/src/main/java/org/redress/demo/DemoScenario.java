package org.redress.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One kind of complaint as it comes in at the demonstration bureau.
 *
 * @param cause code of the cause that it turns out to have
 * @param weight how many a week
 * @param trend {@code flat}, {@code up}, {@code down}, {@code step} (rises, then falls after a measure took effect) or
 *     {@code burst} (one bad week)
 * @param kind of ticket
 * @param place where it happens, or {@code *} for anywhere
 */
record DemoScenario(String cause, int weight, String trend, String kind, String place, String subject, String text) {

    static final int WEEKS = 26;

    /** The week in which the measure against the splitter boxes took effect. */
    static final int MEASURE_WEEK = 17;

    static List<DemoScenario> all() {
        return DemoFiles.lines("scenarios.tsv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(p -> new DemoScenario(p[0], Integer.parseInt(p[1]), p[2], p[3], p[4], p[5], p[6]))
                .toList();
    }

    /** How many in a week, 0 being the oldest; about the weight, moved by the trend and by chance. */
    int count(int week, RandomGenerator random) {
        double share = (double) week / WEEKS;
        double level = switch (trend) {
            case "up" -> 0.6 + share;
            case "down" -> 1.5 - share;
            case "step" -> week < MEASURE_WEEK ? 0.5 + 1.4 * week / MEASURE_WEEK : 0.45;
            case "burst" -> week == WEEKS - 2 ? 6 : 0.4;
            default -> 1;
        };
        return (int) Math.round(Math.max(0, weight * level * (1 + 0.25 * random.nextGaussian())));
    }

    /** The words of one customer. */
    DemoScenario spoken(RandomGenerator random) {
        return new DemoScenario(cause, weight, trend, kind, place, fill(subject, random), fill(text, random));
    }

    private static String fill(String words, RandomGenerator random) {
        String weekdays = "一二三四五六";
        List<String> speeds = List.of("300", "500", "1000");
        return words.replace("{h}", Integer.toString(random.nextInt(7, 11)))
                .replace("{m}", Integer.toString(random.nextInt(6, 12)))
                .replace("{f}", random.nextInt(15, 380) + "." + random.nextInt(10) + "0")
                .replace("{s}", Integer.toString(random.nextInt(3, 9)))
                .replace("{w}", weekdays.substring(random.nextInt(6)).substring(0, 1))
                .replace("{b}", speeds.get(random.nextInt(speeds.size())));
    }
}
