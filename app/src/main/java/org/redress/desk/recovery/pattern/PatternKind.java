package org.redress.desk.recovery.pattern;

/** What is noticed. Texts by key {@code pattern.kind.NAME} and {@code pattern.why.NAME}. */
public enum PatternKind {
    /** One person gave several times just what their post may give by itself. */
    BELOW_LIMIT,
    /** Several customers who are reached by the same number or mailbox were compensated. */
    SAME_CONTACT,
    /** Several sums for one customer within days that are above a limit only together. */
    SPLIT,
    /** One customer was compensated again and again. */
    AGAIN,
    /** Tickets were joined, on more than one of which the same customer was compensated. */
    JOINED
}
