package org.redress.desk.recovery.authority;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.ground.identity.StaffId;
import org.redress.platform.text.Words;

/** What became of a decision. */
public sealed interface ApprovalResult {

    /** It is promised to the customer and posts itself. */
    record Promised(Compensation compensation) implements ApprovalResult {}

    /** Said; somebody else's yes is needed as well. */
    record Next(Need need) implements ApprovalResult {}

    /** It is refused; that is final. */
    record TurnedDown(Compensation compensation) implements ApprovalResult {}

    /**
     * Nothing was written.
     *
     * @param by who decided it before, where somebody did
     */
    record NotDone(Why why, @Nullable StaffId by, @Nullable Instant at) implements ApprovalResult {

        static NotDone because(Why why) {
            return new NotDone(why, null, null);
        }
    }

    /** Why not. Text by key {@code approval.why.NAME}. */
    enum Why {
        /** Whoever gives it does not approve it. */
        GIVER,
        /** This person has said yes to it before. */
        TWICE,
        /** It is for an account that this person declared as their own or their family's. */
        KIN,
        /** The limits of this person's post do not cover it. */
        LIMIT,
        /** The same failure is compensated already: on a joined ticket, or for the same outage. */
        SAME,
        /** Only the holder of the budget may say this yes. */
        HOLDER,
        /** Somebody else was faster. */
        DECIDED,
        /** It was taken back meanwhile. */
        REVERSED,
        /** It was refused or withdrawn meanwhile. */
        REFUSED;

        public String text(Words words) {
            return words.text("approval.why." + this);
        }
    }
}
