package org.redress.desk.recovery.install;

import java.time.LocalDate;
import java.util.Objects;
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
 * @param done the day on which it worked, or was withdrawn, or null
 * @param withdrawn whether the customer gave it up before it worked
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
        boolean withdrawn,
        boolean ours,
        int version) {

    /** The same with another day on which it worked or was withdrawn, or another answer to who answers for a delay. */
    Install as(@Nullable LocalDate day, boolean given, boolean answered) {
        return new Install(id, number, what, customer, unit, fees, ordered, due, day, given, answered, version);
    }

    /** The day on which one that works, or was withdrawn, did so. */
    LocalDate doneOn() {
        return Objects.requireNonNull(done);
    }

    /** Whether it is, or was, late on a day. */
    public boolean late(LocalDate today) {
        return (done == null ? today : done).isAfter(due);
    }
}
