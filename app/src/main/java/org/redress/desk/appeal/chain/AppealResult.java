package org.redress.desk.appeal.chain;

import java.util.Set;
import org.redress.platform.text.PossibleSteps;
import org.redress.platform.text.Words;

/** What came of a wish to change an appeal. */
public sealed interface AppealResult {

    /** Done and recorded. */
    record Done(Appeal appeal) implements AppealResult {}

    /** Not possible as things are; nothing was written. */
    record Refused(Reason reason) implements AppealResult {}

    /**
     * The step is not one from where it stands; nothing was written.
     *
     * @param legal the steps that are
     */
    record Illegal(AppealState state, Set<AppealStep> legal) implements AppealResult {

        public String text(Words words) {
            return PossibleSteps.text(
                    words,
                    words.text("appeal.state." + state),
                    legal.stream().map(step -> words.text("appeal.do." + step)));
        }
    }

    /** Why not. Text by key {@code appeal.refused.NAME}. */
    enum Reason {
        /** It has moved on since it was looked at. */
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
