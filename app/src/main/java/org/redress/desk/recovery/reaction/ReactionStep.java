package org.redress.desk.recovery.reaction;

import java.util.Locale;

/**
 * The steps of the reaction in their order (S8.5). Each is met by a deed that is recorded anyway. Text by key {@code
 * reaction.step.NAME}.
 */
public enum ReactionStep {
    /** Met by a recorded apology. */
    APOLOGY,
    /** Met when work begins, or by a correction or a priority repair. */
    URGENT,
    /** Met by asking the customer what would put it right, by an explanation, a visit or a manager's intervention. */
    EMPATHY,
    /** Met by something that is given beyond putting it right. */
    SYMBOLIC,
    /** Begins when the matter is resolved; met by asking whether the customer is content. */
    FOLLOW_UP;

    /** Code of its rule and name of its clock. */
    String clock() {
        return "reaction." + name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
