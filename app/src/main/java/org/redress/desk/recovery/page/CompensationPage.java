package org.redress.desk.recovery.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.billing.AdjustmentRow;
import org.redress.desk.recovery.duplicate.EarlierCases;
import org.redress.desk.recovery.ledger.BudgetLeft;
import org.redress.desk.recovery.ledger.Entry;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;

/**
 * A compensation: what happened to it, who said yes, and what billing has of it.
 *
 * @param earlier what the customer has had before for what may be the same failure, while a decision waits
 * @param budget that pays for it, or null where there is none or it is not for this reader
 * @param full whether this reader sees everybody's compensations, or gave this one: else only what became of it
 */
public record CompensationPage(
        MoneyRow row,
        List<Entry> entries,
        List<AdjustmentRow> billing,
        EarlierCases earlier,
        @Nullable BudgetLeft budget,
        boolean full,
        Map<StaffId, StaffMember> people,
        Attempt attempt,
        ZoneId zone) {

    public String person(Words words, @Nullable StaffId id) {
        return id == null ? "" : MoneyTable.name(words, people, id);
    }
}
