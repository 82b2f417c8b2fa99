package org.redress.desk.recovery.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.authority.ApprovalResult;
import org.redress.desk.recovery.authority.ApprovalStep;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.ticket.TicketCard;

/**
 * A compensation as lists show it.
 *
 * @param ticket null where it has none
 * @param giver name of whoever proposed it
 * @param steps whose yes was needed so far
 * @param against why the reader may not decide the step that waits, or null; where nobody decides in the list, that they may not
 */
public record MoneyRow(
        Compensation compensation,
        @Nullable TicketCard ticket,
        String giver,
        List<ApprovalStep> steps,
        ApprovalResult.@Nullable Why against) {

    /** The step that waits, or null. */
    public @Nullable ApprovalStep open() {
        return steps.stream()
                .filter(step -> step.decision() == null)
                .findFirst()
                .orElse(null);
    }

    public String path() {
        return MoneyDesk.LEDGER + "/" + compensation.id().value();
    }

    /** How its account looks. */
    public @Nullable String look() {
        return switch (compensation.account()) {
            case PENDING -> "due";
            case POSTED -> "done";
            case REFUSED -> "late";
            case ALLOWANCE, PROMISED, REVERSED -> null;
        };
    }
}
