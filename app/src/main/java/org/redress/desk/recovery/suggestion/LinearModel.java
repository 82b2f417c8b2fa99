package org.redress.desk.recovery.suggestion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.redress.platform.text.SearchText;

/**
 * What was learned: a weight for each label and term.
 *
 * @param temperature by which scores are divided before they are read as chances; above 1 makes it less sure of itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinearModel(String[] labels, Vocabulary vocabulary, float[][] weights, float[] bias, double temperature) {

    private static final int MARK = 0x52445331;
    private static final int MOST_REASONS = 3;
    private static final int MOST_TERMS = 8;
    /** Weights smaller than this are left out of what is stored: they move no score by a hundredth. */
    private static final float SMALLEST = 1e-3f;

    /** The likeliest label with its chance and the words that spoke for it most. */
    record Guess(String label, double chance, List<String> words) {}

    LinearModel at(double other) {
        return new LinearModel(labels, vocabulary, weights, bias, other);
    }

    boolean knows(String label) {
        return List.of(labels).contains(label);
    }

    /** Empty where the text has no word that the model knows. */
    Optional<Guess> guess(String subject, String text) {
        SparseText row = vocabulary.row(Terms.of(subject, text));
        if (row.at().length == 0) {
            return Optional.empty();
        }
        double[] chances = softmax(logits(weights, bias, row), temperature);
        int best = best(chances);
        return Optional.of(new Guess(labels[best], chances[best], words(row, best, subject + "\n" + text)));
    }

    /** The scores of each label for a case, before they are read as chances. */
    double[] logits(LearnedCase one) {
        return logits(weights, bias, vocabulary.row(Terms.of(one.subject(), one.text())));
    }

    static double[] logits(float[][] weights, float[] bias, SparseText row) {
        double[] scores = new double[weights.length];
        for (int l = 0; l < scores.length; l++) {
            double score = bias[l];
            float[] of = weights[l];
            for (int k = 0; k < row.at().length; k++) {
                score += of[row.at()[k]] * row.value()[k];
            }
            scores[l] = score;
        }
        return scores;
    }

    static double[] softmax(double[] scores, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score / temperature);
        }
        double whole = 0;
        double[] shares = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            shares[i] = Math.exp(scores[i] / temperature - most);
            whole += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= whole;
        }
        return shares;
    }

    static int best(double[] chances) {
        int best = 0;
        for (int i = 1; i < chances.length; i++) {
            best = chances[i] > chances[best] ? i : best;
        }
        return best;
    }

    /** The terms that spoke for a label most, those that overlap in the text as one. */
    private List<String> words(SparseText row, int label, String said) {
        record Weighed(String term, double weight) {}
        List<Weighed> weighed = new ArrayList<>();
        for (int k = 0; k < row.at().length; k++) {
            double weight = weights[label][row.at()[k]] * row.value()[k];
            String term = vocabulary.term(row.at()[k]);
            if (weight > 0 && term.length() > 1) {
                weighed.add(new Weighed(term, weight));
            }
        }
        List<String> terms = weighed.stream()
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::term))
                .limit(MOST_TERMS)
                .map(Weighed::term)
                .toList();
        return Quotes.of(SearchText.plain(said), terms).stream()
                .limit(MOST_REASONS)
                .toList();
    }

    /** Compressed, the same for the same model. */
    byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
                data.writeInt(MARK);
                data.writeDouble(temperature);
                data.writeInt(labels.length);
                data.writeInt(vocabulary.size());
                for (int t = 0; t < vocabulary.size(); t++) {
                    data.writeUTF(vocabulary.term(t));
                    data.writeFloat(vocabulary.rarity(t));
                }
                for (int l = 0; l < labels.length; l++) {
                    data.writeUTF(labels[l]);
                    data.writeFloat(bias[l]);
                    for (float weight : weights[l]) {
                        data.writeFloat(Math.abs(weight) < SMALLEST ? 0 : weight);
                    }
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException where these are not the bytes of a model */
    static LinearModel read(byte[] bytes) throws IOException {
        try (DataInputStream data = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            if (data.readInt() != MARK) {
                throw new IOException("no model");
            }
            double temperature = data.readDouble();
            String[] labels = new String[data.readInt()];
            String[] terms = new String[data.readInt()];
            float[] rarity = new float[terms.length];
            for (int t = 0; t < terms.length; t++) {
                terms[t] = data.readUTF();
                rarity[t] = data.readFloat();
            }
            float[] bias = new float[labels.length];
            float[][] weights = new float[labels.length][terms.length];
            for (int l = 0; l < labels.length; l++) {
                labels[l] = data.readUTF();
                bias[l] = data.readFloat();
                for (int t = 0; t < terms.length; t++) {
                    weights[l][t] = data.readFloat();
                }
            }
            return new LinearModel(labels, new Vocabulary(terms, rarity), weights, bias, temperature);
        }
    }
}
