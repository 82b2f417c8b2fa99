package org.redress.desk.dispute;

/** What an item of a bill is for. Text by key {@code dispute.item.NAME}. */
public enum ItemKind {
    LOCAL,
    LONG_DISTANCE,
    ROAMING,
    DATA,
    MESSAGE,
    VALUE_ADDED,
    MONTHLY
}
