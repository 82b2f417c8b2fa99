package org.redress.desk.recovery.reaction;

/** By which deed a step was met, or why it is owed no longer. Text by key {@code reaction.deed.NAME}. */
public enum ReactionDeed {
    REMEDY,
    /** Work on the ticket began. */
    BEGUN,
    /** The customer was asked what would put it right. */
    ASKED,
    /** The customer was asked whether they are content. */
    CONSENT,
    /** The customer has answered the questionnaire. */
    ANSWERED,
    /** Somebody called on the customer afterwards. */
    CALLED,
    /** Somebody has said why it does not fit here. */
    NOT_FITTING,
    /** The ticket was rejected or cancelled. */
    ENDED,
    /** The ticket was opened again before it. */
    REOPENED
}
