package org.redress.desk.recovery.suggestion;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The terms that a model knows, each with how rare it is. */
final class Vocabulary {

    private final String[] terms;
    private final float[] rarity;
    private final Map<String, Integer> at = new HashMap<>();

    Vocabulary(String[] terms, float[] rarity) {
        this.terms = terms;
        this.rarity = rarity;
        for (int i = 0; i < terms.length; i++) {
            at.put(terms[i], i);
        }
    }

    int size() {
        return terms.length;
    }

    String term(int index) {
        return terms[index];
    }

    float rarity(int index) {
        return rarity[index];
    }

    /** Terms that it does not know are left out. */
    SparseText row(Map<String, Double> text) {
        Map<Integer, Double> known = new TreeMap<>();
        double squares = 0;
        for (Map.Entry<String, Double> entry : text.entrySet()) {
            Integer index = at.get(entry.getKey());
            if (index != null) {
                known.put(index, entry.getValue() * rarity[index]);
            }
        }
        for (double value : known.values()) {
            squares += value * value;
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        int[] indexes = new int[known.size()];
        float[] values = new float[known.size()];
        int i = 0;
        for (Map.Entry<Integer, Double> entry : known.entrySet()) {
            indexes[i] = entry.getKey();
            values[i++] = (float) (entry.getValue() / length);
        }
        return new SparseText(indexes, values);
    }
}
