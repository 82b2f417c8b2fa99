package org.redress.desk.recovery.ledger;

import org.joda.money.Money;

/**
 * A kept sum.
 *
 * @param key of what it is kept by
 * @param cases how many compensations stand there; below 0 for the allowance
 */
public record Balance(String key, Account account, Money sum, long cases) {}
