package org.redress.desk.recovery.suggestion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.redress.platform.text.SearchText;

/**
 * Measures what suggests on labelled texts, by cross-validation, beside the most frequent label and a plain linear baseline
 * (multinomial naive Bayes over the same terms; A. McCallum and K. Nigam, 1998). Texts that are the same, or have the same
 * subject, are always on one side: nothing is tested that was learned. Texts with two labels are left out.
 */
public final class SuggestionBench {

    private static final long SEED = 7;
    private static final int EVERY = 10;

    private SuggestionBench() {}

    /**
     * What came out.
     *
     * @param given cases as they came
     * @param used cases without those that were there twice or have two labels
     * @param uncalibrated the product before it was made as sure as it is right
     */
    public record Result(
            int given,
            int used,
            int labels,
            Measured majority,
            Measured baseline,
            Measured uncalibrated,
            Measured product) {}

    /** @param folds 2 and more; one fold after the other is tested, the others are learned from */
    public static Result run(List<LearnedCase> given, int folds) {
        List<List<LearnedCase>> parts = parts(clean(given), folds);
        List<Measured.Outcome> majority = new ArrayList<>();
        List<Measured.Outcome> baseline = new ArrayList<>();
        List<Measured.Outcome> raw = new ArrayList<>();
        List<Measured.Outcome> product = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            List<LearnedCase> learned = new ArrayList<>();
            List<LearnedCase> calibrating = new ArrayList<>();
            List<LearnedCase> all = new ArrayList<>();
            for (int other = 0; other < folds; other++) {
                if (other != fold) {
                    all.addAll(parts.get(other));
                }
            }
            for (int i = 0; i < all.size(); i++) {
                (i % EVERY == 0 ? calibrating : learned).add(all.get(i));
            }
            LinearModel model = new LinearTrainer(SEED).learn(learned);
            LinearModel calibrated = model.at(Calibration.temperature(model, calibrating));
            NaiveBayes bayes = new NaiveBayes(all);
            for (LearnedCase one : parts.get(fold)) {
                majority.add(new Measured.Outcome(one.type(), bayes.mostFrequent(), bayes.shareOfMostFrequent()));
                baseline.add(bayes.guess(one));
                raw.add(guess(model, one));
                product.add(guess(calibrated, one));
            }
        }
        return new Result(
                given.size(),
                product.size(),
                (int) product.stream().map(Measured.Outcome::truth).distinct().count(),
                Measured.of(majority),
                Measured.of(baseline),
                Measured.of(raw),
                Measured.of(product));
    }

    private static Measured.Outcome guess(LinearModel model, LearnedCase one) {
        return model.guess(one.subject(), one.text())
                .map(guess -> new Measured.Outcome(one.type(), guess.label(), guess.chance()))
                .orElse(new Measured.Outcome(one.type(), null, 0));
    }

    /** Each text once; none of those that people have labelled in two ways. */
    private static List<LearnedCase> clean(List<LearnedCase> given) {
        Map<String, LearnedCase> byText = new LinkedHashMap<>();
        Set<String> disputed = new HashSet<>();
        for (LearnedCase one : given) {
            LearnedCase same = byText.putIfAbsent(one.key(), one);
            if (same != null && !same.type().equals(one.type())) {
                disputed.add(one.key());
            }
        }
        byText.keySet().removeAll(disputed);
        return new ArrayList<>(byText.values());
    }

    /** Shuffled parts of about the same size; cases with the same subject in the same part. */
    private static List<List<LearnedCase>> parts(List<LearnedCase> cases, int folds) {
        Map<String, List<LearnedCase>> bySubject = new LinkedHashMap<>();
        for (LearnedCase one : cases) {
            String subject = SearchText.plain(one.subject()).replace(" ", "");
            bySubject
                    .computeIfAbsent(subject.isEmpty() ? one.key() : subject, key -> new ArrayList<>())
                    .add(one);
        }
        List<List<LearnedCase>> groups = new ArrayList<>(bySubject.values());
        Collections.shuffle(groups, new Random(SEED));
        List<List<LearnedCase>> parts = new ArrayList<>();
        for (int i = 0; i < folds; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < groups.size(); i++) {
            parts.get(i % folds).addAll(groups.get(i));
        }
        return parts;
    }

    /** The plain baseline. */
    private static final class NaiveBayes {

        private final Map<String, Integer> cases = new TreeMap<>();
        private final Map<String, Map<String, Double>> counts = new HashMap<>();
        private final Map<String, Double> totals = new HashMap<>();
        private final Set<String> terms = new HashSet<>();
        private final int all;

        NaiveBayes(List<LearnedCase> learned) {
            all = learned.size();
            for (LearnedCase one : learned) {
                cases.merge(one.type(), 1, Integer::sum);
                Map<String, Double> of = counts.computeIfAbsent(one.type(), type -> new HashMap<>());
                Terms.of(one.subject(), one.text()).forEach((term, weight) -> {
                    of.merge(term, weight, Double::sum);
                    totals.merge(one.type(), weight, Double::sum);
                    terms.add(term);
                });
            }
        }

        String mostFrequent() {
            return Collections.max(cases.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
        }

        double shareOfMostFrequent() {
            return (double) cases.getOrDefault(mostFrequent(), 0) / all;
        }

        Measured.Outcome guess(LearnedCase one) {
            Map<String, Double> text = Terms.of(one.subject(), one.text());
            List<String> types = List.copyOf(cases.keySet());
            double[] scores = new double[types.size()];
            for (int i = 0; i < scores.length; i++) {
                String type = types.get(i);
                Map<String, Double> of = counts.getOrDefault(type, Map.of());
                double total = totals.getOrDefault(type, 0.0) + terms.size();
                double score = Math.log((double) cases.getOrDefault(type, 0) / all);
                for (Map.Entry<String, Double> term : text.entrySet()) {
                    if (terms.contains(term.getKey())) {
                        score += term.getValue() * Math.log((of.getOrDefault(term.getKey(), 0.0) + 1) / total);
                    }
                }
                scores[i] = score;
            }
            double[] chances = LinearModel.softmax(scores, 1);
            int best = LinearModel.best(chances);
            return new Measured.Outcome(one.type(), types.get(best), chances[best]);
        }
    }
}
