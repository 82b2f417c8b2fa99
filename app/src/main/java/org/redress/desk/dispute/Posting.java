package org.redress.desk.dispute;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * One entry of the ledger.
 *
 * @param amount more than 0
 * @param reverses what it takes back, or null
 * @param lines that add up to nothing
 */
public record Posting(
        PostingId id,
        Kind kind,
        ItemId item,
        Money amount,
        @Nullable PostingId reverses,
        StaffId by,
        Instant at,
        List<Line> lines) {

    /** Text by key {@code dispute.posting.NAME}. */
    public enum Kind {
        /** Out of dunning. */
        HOLD,
        /** Back into dunning. */
        RELEASE,
        /** Owed no longer. */
        ADJUST,
        /** Takes another one back. */
        REVERSE
    }

    /** Text by key {@code dispute.account.NAME}. */
    public enum Account {
        /** What the customer owes and may be dunned for. */
        RECEIVABLE,
        /** What the customer owes unless the dispute says otherwise. */
        DISPUTED,
        /** What the operator gave up. */
        ADJUSTMENT
    }

    /** @param amount positive for a debit */
    public record Line(Account account, Money amount) {}

    public Posting {
        lines = List.copyOf(lines);
    }
}
