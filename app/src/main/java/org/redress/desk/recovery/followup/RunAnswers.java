package org.redress.desk.recovery.followup;

/**
 * What the customers of a run of credits say.
 *
 * @param chosen to be asked
 * @param asked who were
 * @param content who answered that it was put right, by a mark above the rulebook's bad ones
 * @param bad who answered and are to be called
 * @param calls that are still to be made
 */
public record RunAnswers(int chosen, int asked, int answered, int content, int bad, int calls) {}
