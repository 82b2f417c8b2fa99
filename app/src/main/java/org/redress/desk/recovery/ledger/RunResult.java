package org.redress.desk.recovery.ledger;

import java.util.List;
import org.joda.money.Money;
import org.redress.ground.party.CustomerId;

/** What became of a run. All of it is entered or nothing. */
public sealed interface RunResult {

    /**
     * It is entered.
     *
     * @param count how many compensations it has
     * @param again whether it was entered before: nothing was written
     */
    record Promised(int count, boolean again) implements RunResult {}

    /** A budget does not reach, and nobody has said yes to going over it by so much. */
    record OverBudget(BudgetLeft budget, Money wanted) implements RunResult {}

    /** Some of its customers are compensated for the same failure already, or stand in the run twice. */
    record Twice(List<CustomerId> customers) implements RunResult {}
}
