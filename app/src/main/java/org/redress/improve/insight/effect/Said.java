package org.redress.improve.insight.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers answered to one question: those who had a first failure, another one, or none.
 *
 * @param question {@code RECOVERY}, {@code EFFORT}, {@code STAY}, {@code RECOMMEND} or {@code ELSEWHERE}; text by key {@code
 *     recovery.effect.said.NAME}
 */
public record Said(String question, List<Answers> groups) {

    static final List<String> QUESTIONS = List.of("RECOVERY", "EFFORT", "STAY", "RECOMMEND", "ELSEWHERE");

    private static final String YES_OR_NO = "ELSEWHERE";
    private static final String PROMOTER = "RECOMMEND";
    private static final int MOST = 10;

    /**
     * Answers of a group.
     *
     * @param mean null where there are too few, and of a question with yes or no
     * @param share of those who said yes; null where there are too few, and of a question with marks
     */
    public record Answers(
            long n, @Nullable Mean mean, @Nullable Share share) {

        static Answers of(String question, Score score, int minimum) {
            if (score.n() < Math.max(2, minimum)) {
                return new Answers(score.n(), null, null);
            }
            return question.equals(YES_OR_NO)
                    ? new Answers(score.n(), null, Share.of(score.n(), score.sum()))
                    : new Answers(score.n(), mean(question, score), null);
        }

        private static Mean mean(String question, Score score) {
            return question.equals(PROMOTER)
                    ? Mean.of(score.n(), score.sum(), score.squares(), 0, MOST)
                    : Mean.of(score.n(), score.sum(), score.squares());
        }
    }
}
