package org.redress.desk.dispute;

/** An item to be disputed, with the customer's reason and words. */
public record Mark(ItemId item, Reason reason, String words) {}
