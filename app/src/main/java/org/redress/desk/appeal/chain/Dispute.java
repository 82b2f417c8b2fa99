package org.redress.desk.appeal.chain;

/** What an appeal is about; the order has another limit for each. Text by key {@code appeal.dispute.NAME}. */
public enum Dispute {
    FEES,
    OTHER
}
