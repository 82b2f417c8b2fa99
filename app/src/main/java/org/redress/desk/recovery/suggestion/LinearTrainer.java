package org.redress.desk.recovery.suggestion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.ground.party.CustomerId;

/**
 * Learns a softmax regression over terms weighted by how rare they are (tf–idf, each text of length 1), by stochastic
 * gradients with a rate of their own for each weight (AdaGrad; J. Duchi and others, 2011). The same cases, order and seed
 * give the same weights to the last bit.
 */
final class LinearTrainer {

    private static final int ROUNDS = 15;
    private static final double RATE = 1.0;
    private static final double FIRST = 0.1;
    /** Numbers of people and things are not learned: they would be kept where no redaction finds them. */
    private static final Pattern NUMBER = Pattern.compile(".*\\p{Nd}{5}.*");

    private final long seed;

    LinearTrainer(long seed) {
        this.seed = seed;
    }

    /** @param cases at least one */
    LinearModel learn(List<LearnedCase> cases) {
        List<Map<String, Double>> texts =
                cases.stream().map(one -> Terms.of(one.subject(), one.text())).toList();
        String[] labels = new TreeSet<>(cases.stream().map(LearnedCase::type).toList()).toArray(String[]::new);
        Map<String, Integer> labelAt = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            labelAt.put(labels[i], i);
        }
        Vocabulary vocabulary = vocabulary(texts, shared(cases, texts));
        List<SparseText> rows = texts.stream().map(vocabulary::row).toList();
        Weights weights = new Weights(labels.length, vocabulary.size());
        List<Integer> order =
                new ArrayList<>(Stream.iterate(0, i -> i + 1).limit(rows.size()).toList());
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                weights.step(
                        rows.get(i),
                        Objects.requireNonNull(labelAt.get(cases.get(i).type())));
            }
        }
        return new LinearModel(labels, vocabulary, weights.values, weights.bias, 1.0);
    }

    /**
     * Terms that more than one customer uses, or texts of nobody known: one person's words say nothing of others, and their
     * name would be kept where no redaction finds it.
     */
    private static Set<String> shared(List<LearnedCase> cases, List<Map<String, Double>> texts) {
        Map<String, Object> first = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (int i = 0; i < cases.size(); i++) {
            CustomerId customer = cases.get(i).customer();
            Object of = customer == null ? i : customer;
            for (String term : texts.get(i).keySet()) {
                Object before = first.putIfAbsent(term, of);
                if (before != null && !before.equals(of)) {
                    shared.add(term);
                }
            }
        }
        return shared;
    }

    private static Vocabulary vocabulary(List<Map<String, Double>> texts, Set<String> shared) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> text.keySet().forEach(term -> counts.merge(term, 1, Integer::sum)));
        counts.keySet()
                .removeIf(term -> !shared.contains(term) || NUMBER.matcher(term).matches());
        String[] terms = counts.keySet().toArray(String[]::new);
        float[] rarity = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            rarity[i] = (float) (Math.log((texts.size() + 1.0) / (counts.getOrDefault(terms[i], 0) + 1.0)) + 1);
        }
        return new Vocabulary(terms, rarity);
    }

    /** Weights while they are learned. */
    private static final class Weights {

        private final float[][] values;
        private final float[][] squares;
        private final float[] bias;
        private final float[] biasSquares;

        Weights(int labels, int terms) {
            values = new float[labels][terms];
            squares = new float[labels][terms];
            bias = new float[labels];
            biasSquares = new float[labels];
        }

        void step(SparseText row, int label) {
            double[] shares = LinearModel.softmax(LinearModel.logits(values, bias, row), 1);
            for (int l = 0; l < shares.length; l++) {
                double error = shares[l] - (l == label ? 1 : 0);
                for (int k = 0; k < row.at().length; k++) {
                    int at = row.at()[k];
                    double gradient = error * row.value()[k];
                    squares[l][at] += (float) (gradient * gradient);
                    values[l][at] -= (float) (RATE * gradient / (Math.sqrt(squares[l][at]) + FIRST));
                }
                biasSquares[l] += (float) (error * error);
                bias[l] -= (float) (RATE * FIRST * error / (Math.sqrt(biasSquares[l]) + FIRST));
            }
        }
    }
}
