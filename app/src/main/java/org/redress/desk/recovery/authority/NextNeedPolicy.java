package org.redress.desk.recovery.authority;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose yes is needed next: the authority first, for large sums two people, of whom whoever gives it within their own limits
 * is the first; then, where the budget does not reach, its holder.
 */
final class NextNeedPolicy {

    private NextNeedPolicy() {}

    /**
     * What is known of a compensation.
     *
     * @param said who has said yes so far
     * @param ownAuthority the limits of whoever gives it cover it, and it is not for an account of theirs
     * @param large two people stand for it
     * @param withinBudget there is none, or it reaches
     */
    record Facts(Set<Need> said, boolean ownAuthority, boolean large, boolean withinBudget) {}

    /** The next one, or null where nobody else is needed. */
    static @Nullable Need next(Facts facts) {
        if (!facts.said().contains(Need.OWN) && !facts.said().contains(Need.AUTHORITY)) {
            if (facts.said().isEmpty() && facts.ownAuthority()) {
                return Need.OWN;
            }
            return facts.large() && !facts.said().contains(Need.REVIEW) ? Need.REVIEW : Need.AUTHORITY;
        }
        if (facts.large() && !facts.said().contains(Need.REVIEW)) {
            return Need.REVIEW;
        }
        return facts.withinBudget() || facts.said().contains(Need.BUDGET) ? null : Need.BUDGET;
    }
}
