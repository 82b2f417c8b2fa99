package org.redress.desk.recovery.authority;

/** Why somebody's yes is needed. Text by key {@code approval.need.NAME}. */
public enum Need {
    /** Within the limits of whoever gives it: said by giving. */
    OWN,
    /** For large sums: by somebody who leads, beside the one with the authority. */
    REVIEW,
    /** By somebody whose limits cover it. */
    AUTHORITY,
    /** By the holder of the budget that does not reach. */
    BUDGET
}
