package org.redress.desk.recovery.install;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;

/**
 * An installation that was promised for a day.
 *
 * @param number of the order, as people say it
 * @param unit that installs it
 * @param fees taken for it
 * @param due the last day on which it is in time
 * @param done the day on which it worked, or null
 * @param ours whether the operator answers for a delay
 */
public record Install(
        InstallId id,
        String number,
        Installed what,
        CustomerId customer,
        UnitId unit,
        Money fees,
        LocalDate ordered,
        LocalDate due,
        @Nullable LocalDate done,
        boolean ours,
        int version) {

    /** The same with another day on which it worked, or another answer to who answers for a delay. */
    Install as(@Nullable LocalDate day, boolean answered) {
        return new Install(id, number, what, customer, unit, fees, ordered, due, day, answered, version);
    }

    /** Whether it is, or was, late on a day. */
    public boolean late(LocalDate today) {
        return (done == null ? today : done).isAfter(due);
    }
}
