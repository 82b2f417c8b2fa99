package org.redress.desk.recovery.ledger;

import org.redress.platform.text.Words;

/** What became of a wish to move a sum. */
public sealed interface Moved {

    /**
     * It stands where it was wished to.
     *
     * @param again whether it stood there before: nothing was written
     */
    record Done(Compensation compensation, boolean again) implements Moved {}

    /** Nothing was written. */
    record Refused(Why why) implements Moved {}

    /** Why not. Text by key {@code ledger.refused.NAME}. */
    enum Why {
        ABSENT,
        /** It waits for an approval. */
        PENDING,
        /** It is promised already, so nobody can refuse it any more. */
        PROMISED,
        /** It is posted already. */
        POSTED,
        /** It was taken back; that is final. */
        REVERSED,
        /** It was refused or withdrawn; that is final. */
        REFUSED,
        /** Somebody else decided it meanwhile. */
        MOVED,
        /** An approval is missing. */
        UNAPPROVED,
        /** Its budget does not reach, and its holder has not said yes. */
        BUDGET;

        public String text(Words words) {
            return words.text("ledger.refused." + this);
        }
    }
}
