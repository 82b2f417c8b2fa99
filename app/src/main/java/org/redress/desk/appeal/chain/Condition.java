package org.redress.desk.appeal.chain;

/**
 * What must hold for an appeal to be accepted, by articles 10 to 12 of the Measures on telecom users' appeals (2016, MIIT order
 * 35). Text by key {@code appeal.condition.NAME}, article by {@code appeal.article.NAME}.
 */
public enum Condition {
    /** Who appeals is concerned, and says who they are and how they are reached. */
    IDENTITY,
    /** It says what is wanted and why. */
    CLAIM,
    /** The operator was asked first, and its answer did not satisfy or did not come in time. */
    ASKED_FIRST,
    /** It did not happen too long ago. */
    RECENT,
    /** No settlement has been reached and carried out. */
    NOT_SETTLED,
    /** The body has not dealt with the same facts before. */
    NOT_HANDLED,
    /** No court, arbitrator, consumers' association or other authority has it. */
    NOT_ELSEWHERE
}
