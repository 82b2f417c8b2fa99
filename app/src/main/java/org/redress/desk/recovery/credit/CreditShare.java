package org.redress.desk.recovery.credit;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.party.CustomerId;

/**
 * What a customer gets of a run.
 *
 * @param id by which letters speak of it
 * @param lines of theirs that were hit
 * @param monthly their rent for a month
 * @param statutory rent of the time that a law owes
 * @param rent rent of the time by choice
 * @param extra on top, by choice
 * @param why they get less than their lines would bring, or null; text by key {@code credit.why.NAME}
 * @param told what became of the last letter, or null; text by key {@code credit.told.NAME}
 */
public record CreditShare(
        CustomerId customer,
        UUID id,
        int lines,
        Money monthly,
        Money statutory,
        Money rent,
        Money extra,
        @Nullable Why why,
        @Nullable Told told) {

    /** Why nothing is given for a line. */
    public enum Why {
        /** The customer has it already, by a ticket or another run. */
        COMPENSATED,
        /** Somebody has asked for another compensation for it, which waits for a yes. */
        PENDING,
        /** That one was refused after the run was entered without the share: it is to be given by a person. */
        REFUSED,
        NO_RENT,
        /** The rent is in a currency in which the bureau keeps no ledger. */
        CURRENCY
    }

    /** What became of a letter. */
    public enum Told {
        SENT,
        /** They do not want to be written to. */
        WITHHELD,
        /** There is no address. */
        NO_WAY,
        /** It was given up or came back. */
        UNDELIVERED
    }

    public Money total() {
        return statutory.plus(rent).plus(extra);
    }
}
