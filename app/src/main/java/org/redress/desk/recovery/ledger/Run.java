package org.redress.desk.recovery.ledger;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * Compensations for many customers that two people have approved as a whole.
 *
 * @param id by which it is entered once
 * @param first who approved it
 * @param second somebody else, who approved it too
 * @param consent to going over a budget, where there is one; else null
 */
public record Run(
        UUID id, StaffId first, StaffId second, @Nullable Consent consent, List<Proposal> proposals) {

    /**
     * What somebody who answers for a budget, a third person, has said yes to.
     *
     * @param budget that the run may go over; no other
     * @param over by how much, at most
     */
    public record Consent(StaffId holder, UUID budget, Money over) {

        boolean covers(BudgetLeft left, Money wanted) {
            return budget.equals(left.budget()) && !wanted.minus(left.left()).isGreaterThan(over);
        }
    }

    public Run {
        proposals = List.copyOf(proposals);
    }

    @Nullable
    StaffId holder() {
        return consent == null ? null : consent.holder();
    }
}
