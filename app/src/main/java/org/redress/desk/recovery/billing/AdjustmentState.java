package org.redress.desk.recovery.billing;

/** How far an adjustment is. Text by key {@code billing.state.NAME}. */
public enum AdjustmentState {
    /** Billing has not answered. */
    OPEN,
    ACCEPTED,
    /** Billing said no; a person sees to it. */
    REFUSED,
    /** A person has settled it in another way, e.g. in cash. */
    SETTLED,
    /** Taken back before billing had it: nothing is to be done on either side. */
    VOID
}
