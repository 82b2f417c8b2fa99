package org.redress.desk.care.preference;

/** Why a preference holds no longer. Text by key {@code preference.reason.NAME}. */
public enum WithdrawalReason {
    /** The customer says so. */
    SAID_SO,
    CHANGED,
    MISTAKEN,
    /** It should never have been noted. */
    SENSITIVE
}
