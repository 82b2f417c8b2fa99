package org.redress.desk.recovery.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * Compensations for many customers that two people have approved as a whole.
 *
 * @param id by which it is entered once
 * @param first who approved it
 * @param second somebody else, who approved it too
 * @param holder of the budget, a third person, where they have said yes to going over it; else null
 */
public record Run(
        UUID id, StaffId first, StaffId second, @Nullable StaffId holder, List<Proposal> proposals) {

    public Run {
        proposals = List.copyOf(proposals);
    }
}
