package org.redress.desk.recovery.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What guesses on cases that were held back came to.
 *
 * @param cases how many
 * @param accuracy share of them that were right; no guess is not right
 * @param macroF1 mean over the types of the harmonic mean of precision and recall: a rare type counts as much as a common one
 * @param error expected calibration error: how far said and true differ on average, 0 to 1; 0 where nothing was said
 * @param bins said against true, by tenths; those without a case are left out
 */
public record Measured(int cases, double accuracy, double macroF1, double error, List<Bin> bins) {

    private static final int BINS = 10;

    public Measured {
        bins = List.copyOf(bins);
    }

    /**
     * Guesses of about the same confidence.
     *
     * @param said their confidence on average, 0 to 1
     * @param right share of them that were right
     */
    public record Bin(int from, int cases, double said, double right) {}

    /** A guess beside the truth; null is no guess. */
    record Outcome(String truth, @Nullable String guess, double chance) {

        boolean right() {
            return truth.equals(guess);
        }
    }

    static Measured of(List<Outcome> outcomes) {
        int cases = outcomes.size();
        long right = outcomes.stream().filter(Outcome::right).count();
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int b = 0; b < BINS; b++) {
            int bin = b;
            List<Outcome> in = outcomes.stream()
                    .filter(one -> one.guess() != null && bin(one.chance()) == bin)
                    .toList();
            if (!in.isEmpty()) {
                double said = in.stream().mapToDouble(Outcome::chance).average().orElse(0);
                double hit = (double) in.stream().filter(Outcome::right).count() / in.size();
                bins.add(new Bin(b * BINS, in.size(), said, hit));
                error += Math.abs(said - hit) * in.size() / cases;
            }
        }
        return new Measured(cases, cases == 0 ? 0 : (double) right / cases, macroF1(outcomes), error, bins);
    }

    private static int bin(double chance) {
        return Math.min(BINS - 1, (int) (chance * BINS));
    }

    private static double macroF1(List<Outcome> outcomes) {
        Map<String, int[]> byType = new TreeMap<>();
        for (Outcome one : outcomes) {
            byType.computeIfAbsent(one.truth(), type -> new int[3])[0]++;
            if (one.guess() != null) {
                byType.computeIfAbsent(one.guess(), type -> new int[3])[1]++;
                byType.get(one.guess())[2] += one.right() ? 1 : 0;
            }
        }
        return byType.values().stream()
                .mapToDouble(n -> n[2] == 0 ? 0 : 2.0 * n[2] / (n[0] + n[1]))
                .average()
                .orElse(0);
    }
}
