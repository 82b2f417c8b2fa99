package org.redress.desk.recovery.credit.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditRun;
import org.redress.desk.recovery.credit.CreditRunState;
import org.redress.desk.recovery.credit.CreditShare;
import org.redress.desk.recovery.credit.CreditStep;
import org.redress.desk.recovery.followup.RunAnswers;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Progress;

/**
 * One run with what some customers get.
 *
 * @param lost whether there are customers whom no letter has reached
 * @param onlyLost whether only those are shown
 * @param answers what the customers say, or null where the reader may not see it or nobody was chosen to be asked
 * @param approving whether the reader may approve runs at all
 * @param exporting whether the reader may take it out as a file
 * @param work how far the product has come, or null where it is not at work
 * @param next path of the page with more customers, or null
 */
public record CreditPage(
        CreditRun run,
        List<CreditShare> shares,
        boolean lost,
        boolean onlyLost,
        Map<CustomerId, CustomerCard> customers,
        List<CreditStep> steps,
        People people,
        @Nullable RunAnswers answers,
        boolean approving,
        boolean exporting,
        @Nullable Progress work,
        Attempt attempt,
        @Nullable String next,
        ZoneId zone) {

    public String path() {
        return CreditsDesk.PATH + "/" + run.id().value();
    }

    /** What can be done with it now. */
    public boolean can(String act) {
        CreditRunState state = run.state();
        return approving
                && switch (act) {
                    case "approve" -> state == CreditRunState.PROPOSED || state == CreditRunState.APPROVED;
                    case "again", "allow" -> state == CreditRunState.SHORT;
                    case "withdraw" -> state.waiting();
                    default -> state == CreditRunState.POSTED;
                };
    }

    /** A customer's name as far as it is known. */
    public String name(CustomerId customer) {
        CustomerCard card = customers.get(customer);
        return card == null || card.name() == null ? "" : card.name();
    }
}
