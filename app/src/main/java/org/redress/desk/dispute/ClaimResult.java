package org.redress.desk.dispute;

import java.util.List;
import org.redress.platform.text.Words;

/** What came of wanting to do something with disputed items. */
public sealed interface ClaimResult {

    record Done(List<ClaimId> claims) implements ClaimResult {}

    /** Nothing was changed. */
    record Refused(Why why) implements ClaimResult {}

    /** Why not. Text by key {@code dispute.refused.NAME}. */
    enum Why {
        /** Somebody else was faster. */
        MOVED,
        /** It is decided. */
        DECIDED,
        /** It is not decided. */
        OPEN,
        /** The ticket has ended, or is about something else. */
        TICKET,
        /** The item is not on a bill of this customer. */
        FOREIGN,
        /** It is disputed already, or was adjusted. */
        TAKEN,
        /** The limit for evidence has passed. */
        LIMIT_PASSED,
        /** Nothing was shown for it. */
        NO_EVIDENCE,
        /** Theft is not the customer's to pay. */
        THEFT,
        /** Who brought the evidence does not judge it. */
        SAME_PERSON,
        /** What the limit has decided is not taken back. */
        ITSELF;

        public String text(Words words) {
            return words.text("dispute.refused." + name());
        }
    }
}
