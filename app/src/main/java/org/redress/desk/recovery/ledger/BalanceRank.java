package org.redress.desk.recovery.ledger;

import org.joda.money.Money;

/** A place in the order of balances by what stands in an account, the largest first. */
public record BalanceRank(Money sum, String key) {}
