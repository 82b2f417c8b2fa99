package org.redress.desk.recovery.followup;

/** What came of a step with a questionnaire. */
public sealed interface FollowUpResult {

    /** Done and recorded. */
    record Done(FollowUp followUp) implements FollowUpResult {}

    /** Not done, and nothing has changed. */
    record Refused(Reason reason) implements FollowUpResult {}

    /** Why not. Text by key {@code followup.refused.NAME}. */
    enum Reason {
        /** The customer has answered meanwhile, or is not to be asked. */
        CLOSED,
        /** Somebody has changed it meanwhile. */
        MOVED,
        /** Nobody has to call, or somebody has called. */
        NO_CALL
    }
}
