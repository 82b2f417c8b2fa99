package org.redress.desk.recovery.ledger;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.redress.ground.identity.StaffId;

/**
 * A step of a compensation: the whole sum moved from one account (credit) to another (debit). Each kind once for each.
 *
 * @param id by which billing takes it once
 * @param source the account that it left
 * @param target where it stands since
 * @param why in the words of whoever entered it; may be empty
 */
public record Entry(
        UUID id,
        CompensationId compensation,
        Kind kind,
        Account source,
        Account target,
        Money sum,
        String why,
        StaffId by,
        Instant at) {

    /** What it does, in the order in which it can be done. Text by key {@code ledger.entry.NAME}. */
    public enum Kind {
        PROPOSE(Account.PENDING),
        APPROVE(Account.PROMISED),
        REFUSE(Account.REFUSED),
        POST(Account.POSTED),
        REVERSE(Account.REVERSED);

        private final Account target;

        Kind(Account target) {
            this.target = target;
        }

        Account target() {
            return target;
        }

        /** Whether a sum that stands there can take this step. */
        boolean from(Account account) {
            return switch (this) {
                case PROPOSE -> account == Account.ALLOWANCE;
                case APPROVE, REFUSE -> account == Account.PENDING;
                case POST -> account == Account.PROMISED;
                case REVERSE -> account.stands();
            };
        }
    }
}
