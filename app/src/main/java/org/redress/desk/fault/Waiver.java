package org.redress.desk.fault;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.RemedyId;

/**
 * What came of a repair that took too long.
 *
 * @param knownAt when it became known
 * @param why nothing is waived, by name of {@link WhyNot}; null where the rent of the fault is
 * @param told whether the product could write to the customer, and nothing that it wrote was lost
 * @param entered what was entered in the ledger, one for each restoration, or for the time until the report was taken back
 */
public record Waiver(
        FaultId fault, Instant knownAt, @Nullable WhyNot why, boolean told, List<Entered> entered) {

    /** Why nothing is waived. Text by key {@code fault.whynot.NAME}. */
    public enum WhyNot {
        /** The fault lies with the customer's own equipment. */
        OWN_EQUIPMENT,
        /** Somebody has decided that it was the customer's doing. */
        CUSTOMERS_DOING
    }

    /**
     * The rent of a stretch of time.
     *
     * @param denials of the restoration that it was entered for, or of the report that was taken back
     * @param turn 0; higher where it was entered anew because another way gave more or less of the time
     * @param times between its ends whose rent it waives; what was credited for an outage is not among them
     * @param remedy its line in the ledger; null where there was no rent to waive
     * @param takenBackAt because the customer said that it did not work yet; null while it stands
     */
    public record Entered(
            int denials,
            int turn,
            Instant from,
            Instant until,
            List<DeadTime> times,
            Money sum,
            @Nullable RemedyId remedy,
            @Nullable Instant takenBackAt) {

        public Entered {
            times = List.copyOf(times);
        }
    }

    public Waiver {
        entered = List.copyOf(entered);
    }

    public boolean waived() {
        return why == null;
    }
}
