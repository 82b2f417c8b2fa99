package org.redress.desk.recovery.suggestion;

/** What a wish to learn came to. */
public sealed interface LearningResult {

    /** A version was learned; it says itself whether it was put in use. */
    record Learned(SuggestionVersion version) implements LearningResult {}

    /** There are not enough choices yet; the rules go on suggesting. */
    record TooFew(int cases, int needed) implements LearningResult {}

    /** Somebody else was learning at the same moment. */
    record Overtaken() implements LearningResult {}
}
