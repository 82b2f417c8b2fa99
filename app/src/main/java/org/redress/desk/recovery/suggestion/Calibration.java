package org.redress.desk.recovery.suggestion;

import java.util.List;

/**
 * Makes a model as sure of itself as it is right: one temperature for all scores, which leaves every ranking as it is
 * (C. Guo and others, On calibration of modern neural networks, ICML 2017).
 */
final class Calibration {

    private static final double COLDEST = Math.log(0.05);
    private static final double HOTTEST = Math.log(20);
    private static final int STEPS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Calibration() {}

    /** The temperature under which these cases, none of them learned from, are least surprising; 1 where there are none. */
    static double temperature(LinearModel model, List<LearnedCase> cases) {
        List<double[]> scores = cases.stream().map(model::logits).toList();
        List<Integer> truths = cases.stream()
                .map(one -> List.of(model.labels()).indexOf(one.type()))
                .toList();
        if (truths.stream().noneMatch(truth -> truth >= 0)) {
            return 1;
        }
        double low = COLDEST;
        double high = HOTTEST;
        for (int i = 0; i < STEPS; i++) {
            double a = high - GOLDEN * (high - low);
            double b = low + GOLDEN * (high - low);
            if (surprise(scores, truths, Math.exp(a)) < surprise(scores, truths, Math.exp(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** That all of a few were right does not make the next one certain: n right count as n + 1 of n + 2 (J. Platt, 1999). */
    private static double surprise(List<double[]> scores, List<Integer> truths, double temperature) {
        long known = truths.stream().filter(truth -> truth >= 0).count();
        double target = (known + 1.0) / (known + 2.0);
        double surprise = 0;
        for (int i = 0; i < scores.size(); i++) {
            int truth = truths.get(i);
            if (truth >= 0) {
                double chance = Math.clamp(LinearModel.softmax(scores.get(i), temperature)[truth], 1e-12, 1 - 1e-12);
                surprise -= target * Math.log(chance) + (1 - target) * Math.log(1 - chance);
            }
        }
        return surprise;
    }
}
