package org.redress.desk.appeal.chain;

import org.redress.platform.text.Words;

/** What came of a wish to change an appeal. */
public sealed interface AppealResult {

    /** Done and recorded. */
    record Done(Appeal appeal) implements AppealResult {}

    /** Not possible as things are; nothing was written. */
    record Refused(Reason reason) implements AppealResult {}

    /** Why not. Text by key {@code appeal.refused.NAME}. */
    enum Reason {
        /** It has moved on since it was looked at, or the step is not one from where it stands. */
        MOVED,
        /** A reply must bring evidence. */
        EVIDENCE,
        /** The ticket has an appeal that is open. */
        ALREADY,
        /** There is no such ticket, or it is another customer's. */
        OTHER_CUSTOMER,
        /** The appellant has been asked. */
        ASKED;

        public String text(Words words) {
            return words.text("appeal.refused." + name());
        }
    }
}
