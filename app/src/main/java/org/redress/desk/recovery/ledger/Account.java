package org.redress.desk.recovery.ledger;

/**
 * Where the sum of a compensation stands; it stands in one account at a time, and the whole of it. Text by key {@code
 * ledger.account.NAME}.
 */
public enum Account {
    /** What the house allows itself: every sum comes from here, so its balance is what was ever proposed, below 0. */
    ALLOWANCE,
    /** Proposed, and waits for somebody who may approve it. */
    PENDING,
    /** Approved and owed to the customer. */
    PROMISED,
    /** Given to billing. */
    POSTED,
    /** Taken back after it was promised or posted. */
    REVERSED,
    /** Not approved, or withdrawn before anybody approved it. */
    REFUSED;

    /** Whether the customer may count on it. */
    public boolean stands() {
        return this == PROMISED || this == POSTED;
    }

    /** Whether it is over without anything having been given. */
    public boolean over() {
        return this == REVERSED || this == REFUSED;
    }
}
