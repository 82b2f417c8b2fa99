package org.redress.desk.recovery.plan;

import org.redress.platform.text.Words;

/** What came of making a plan. */
public sealed interface PlanResult {

    /** Made and recorded. */
    record Done(RecoveryPlan plan) implements PlanResult {}

    /** Nothing was written. */
    record Refused(Why why) implements PlanResult {}

    /** Why not. Text by key {@code plan.refused.NAME}. */
    enum Why {
        /** Somebody else has made another one meanwhile. */
        MOVED,
        ENDED,
        /** There is nothing in it. */
        EMPTY;

        public String text(Words words) {
            return words.text("plan.refused." + name());
        }
    }
}
