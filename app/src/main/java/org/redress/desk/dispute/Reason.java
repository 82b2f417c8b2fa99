package org.redress.desk.dispute;

/** Why a customer does not accept an item. Text by key {@code dispute.reason.NAME}. */
public enum Reason {
    NOT_MADE,
    WRONG_PRICE,
    WRONG_DURATION,
    NO_CONSENT,
    TWICE,
    /** Somebody else used the line through the network: never the customer's to pay. */
    THEFT,
    OTHER
}
