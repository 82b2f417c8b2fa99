package org.redress.improve.insight.cases;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case that resembles what is being said, and why.
 *
 * @param rank by which it stands in the list
 * @param share of the telling weight of what is said that the case says too, 0 to 1
 * @param words that both say, the most telling first; then what it says in the other language
 * @param alike what else they have in common
 * @param marks of those who have used it for this type of failure
 */
public record SimilarCase(
        RecoveryCase found, double rank, double share, List<String> words, Set<Alike> alike, Marks marks) {

    public SimilarCase {
        words = List.copyOf(words);
        alike = Set.copyOf(alike);
    }

    /** What two matters can have in common beside words. Text by key {@code case.alike.NAME}. */
    public enum Alike {
        TYPE(0.25),
        CAUSE(0.25),
        PLACE(0.1),
        /** It says so in the other language; what that is worth is in its score. */
        LANGUAGE(0);

        private final double gain;

        Alike(double gain) {
            this.gain = gain;
        }

        double gain() {
            return gain;
        }
    }

    /**
     * How many agents found it useful, how many not, and what the reader said, or null.
     *
     * @param useful 0 or more
     */
    public record Marks(int useful, int not, @Nullable Boolean mine) {

        static final Marks NONE = new Marks(0, 0, null);

        /** As many agents of either mind as stand against the marks from the beginning. */
        private static final double PRIOR = 4;

        private static final double LEAST = 0.5;
        private static final double MOST = 1.5;

        /**
         * By what the rank is multiplied: twice the share of agents who found it useful, four of either mind added to them, and
         * never below a half or above one and a half. 1 without marks; a single mark moves it by a ninth.
         */
        double factor() {
            double share = (useful + PRIOR) / (useful + not + 2 * PRIOR);
            return Math.clamp(2 * share, LEAST, MOST);
        }
    }

    /** The sum of what one has in common with the other, and of what others thought of it. */
    static double rank(double score, Set<Alike> alike, Marks marks) {
        return score * (1 + alike.stream().mapToDouble(Alike::gain).sum()) * marks.factor();
    }
}
