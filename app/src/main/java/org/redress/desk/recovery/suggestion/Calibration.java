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

    /**
     * The temperature under which these cases, none of them learned from, are least surprising; 1 where there are none. What is
     * of a type that the model does not know is always guessed wrong, as it is when the model is measured and used.
     */
    static double temperature(LinearModel model, List<LearnedCase> cases) {
        List<double[]> scores = cases.stream().map(model::logits).toList();
        List<Integer> truths = cases.stream()
                .map(one -> List.of(model.labels()).indexOf(one.type()))
                .toList();
        if (cases.isEmpty()) {
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
        double target = (scores.size() + 1.0) / (scores.size() + 2.0);
        double surprise = 0;
        for (int i = 0; i < scores.size(); i++) {
            int truth = truths.get(i);
            double[] shares = LinearModel.softmax(scores.get(i), temperature);
            double chance =
                    Math.clamp(truth >= 0 ? shares[truth] : 1 - shares[LinearModel.best(shares)], 1e-12, 1 - 1e-12);
            surprise -= target * Math.log(chance) + (1 - target) * Math.log(1 - chance);
        }
        return surprise;
    }
}
