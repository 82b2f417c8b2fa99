package org.redress.desk.recovery.install.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.install.Damages;
import org.redress.desk.recovery.install.Install;
import org.redress.desk.recovery.install.InstallId;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Attempt;

/**
 * Installations by their due day, the latest first.
 *
 * @param damages what each owes by now
 * @param entered what of it stands in the ledger
 * @param writing whether the reader may say when one was done
 * @param leading whether the reader may see what else brings money by itself
 * @param next path of the page after this one, or null
 */
public record InstallsPage(
        List<Install> rows,
        Map<InstallId, Damages> damages,
        Map<InstallId, Money> entered,
        Map<CustomerId, CustomerCard> customers,
        boolean writing,
        boolean leading,
        LocalDate today,
        Attempt attempt,
        @Nullable String next) {

    /** A customer's name as far as it is known. */
    public String name(Install one) {
        CustomerCard card = customers.get(one.customer());
        return card == null || card.name() == null ? "" : card.name();
    }

    /** How one looks in the list. */
    public String look(Install one) {
        return one.late(today) ? "late" : one.done() == null ? "due" : "done";
    }

    /** Its state. Text by key {@code install.state.NAME}. */
    public String state(Install one) {
        if (one.done() == null) {
            return one.late(today) ? "OVERDUE" : "OPEN";
        }
        return one.late(today) ? "LATE" : "IN_TIME";
    }
}
