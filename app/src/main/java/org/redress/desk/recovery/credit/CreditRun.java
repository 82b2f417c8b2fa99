package org.redress.desk.recovery.credit;

import java.math.BigDecimal;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Run;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A run of credits for a service problem.
 *
 * @param problem as it was when the run was proposed
 * @param unit whose budget pays
 * @param percent what is given on top, in percent of the rent of the time
 * @param promisedAt when all of it was entered in the ledger, or null
 */
public record CreditRun(
        CreditRunId id,
        ServiceProblem problem,
        UnitId unit,
        BigDecimal percent,
        CreditRunState state,
        Sums sums,
        People people,
        @Nullable Instant promisedAt,
        Work work,
        int version) {

    /**
     * What it comes to.
     *
     * @param customers who get something
     * @param leftOut who get nothing, or less, because they have it already or pay nothing
     * @param statutory rent of the time that a law owes
     * @param rent rent of the time that is given by choice
     * @param extra given on top, by choice
     * @param lacking by how much a budget was too small, or null
     */
    public record Sums(
            int customers,
            int leftOut,
            Money statutory,
            Money rent,
            Money extra,
            @Nullable Money lacking) {

        /** The part by choice. */
        public Money goodwill() {
            return rent.plus(extra);
        }

        public Money total() {
            return statutory.plus(goodwill());
        }
    }

    /**
     * Who had to do with it, each null until then.
     *
     * @param asked for what it waits for now; null where nobody was found
     */
    public record People(
            StaffId proposer,
            Instant proposedAt,
            @Nullable StaffId first,
            @Nullable StaffId second,
            Run.@Nullable Consent consent,
            @Nullable StaffId asked) {

        /** Who let it go over a budget. */
        public @Nullable StaffId holder() {
            return consent == null ? null : consent.holder();
        }
    }

    /** How far the product has come: compensations posted, customers written to. */
    public record Work(int posted, int told) {}
}
