package org.redress.desk.recovery.credit;

import org.redress.platform.text.Words;

/** What became of a step with a run. */
public sealed interface CreditResult {

    /** It was taken, now or before. */
    record Done(CreditRun run) implements CreditResult {}

    record Refused(Why why) implements CreditResult {}

    /** Why it was not taken. Text by key {@code credit.refused.NAME}. */
    enum Why {
        /** The problem lasts. */
        LASTS,
        /** Too short to bring anything. */
        TOO_SHORT,
        /** Nobody gets anything. */
        NOTHING,
        /** Somebody else was faster, or the page is old. */
        MOVED,
        /** It is not at this point, or no longer. */
        STATE,
        /** Whoever proposed it, or approved it first, does not approve it again. */
        SAME_PERSON,
        /** An account of their own or of their family is among the customers. */
        OWN_ACCOUNT,
        /** It comes to so much that one of the two has to lead a department or the house. */
        ABOVE,
        /** Only whoever answers for the budget, and neither proposed nor approved it, may let it go over. */
        NOT_HOLDER,
        /** No budget pays for it today. */
        NO_BUDGET;

        public String text(Words words) {
            return words.text("credit.refused." + name());
        }
    }
}
