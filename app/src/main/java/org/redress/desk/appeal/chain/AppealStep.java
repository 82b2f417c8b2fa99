package org.redress.desk.appeal.chain;

import static org.redress.desk.appeal.chain.AppealState.ACCEPTED;
import static org.redress.desk.appeal.chain.AppealState.DECIDED;
import static org.redress.desk.appeal.chain.AppealState.FORWARDED;
import static org.redress.desk.appeal.chain.AppealState.MEDIATING;
import static org.redress.desk.appeal.chain.AppealState.RECEIVED;
import static org.redress.desk.appeal.chain.AppealState.REFUSED;
import static org.redress.desk.appeal.chain.AppealState.REPLIED;
import static org.redress.desk.appeal.chain.AppealState.SETTLED;
import static org.redress.desk.appeal.chain.AppealState.UNSETTLED;
import static org.redress.desk.appeal.chain.AppealState.WITHDRAWN;

import java.util.Set;

/** What can be done with an appeal. Text by key {@code appeal.step.NAME}. */
public enum AppealStep {
    ACCEPT(ACCEPTED, false, RECEIVED),
    REFUSE(REFUSED, true, RECEIVED),
    FORWARD(FORWARDED, false, ACCEPTED),
    /** The operator replies, with evidence. */
    REPLY(REPLIED, true, FORWARDED),
    /** Both sides are willing to be mediated between. */
    MEDIATE(MEDIATING, false, REPLIED),
    AGREE(SETTLED, true, MEDIATING),
    FAIL(UNSETTLED, true, MEDIATING),
    DECIDE(DECIDED, true, REPLIED, UNSETTLED),
    WITHDRAW(WITHDRAWN, true, RECEIVED, ACCEPTED, FORWARDED, REPLIED, MEDIATING, UNSETTLED);

    private final AppealState to;
    private final boolean words;
    private final Set<AppealState> from;

    AppealStep(AppealState to, boolean words, AppealState... from) {
        this.to = to;
        this.words = words;
        this.from = Set.of(from);
    }

    AppealState to() {
        return to;
    }

    Set<AppealState> from() {
        return from;
    }

    /** Whether something must be said with it. */
    public boolean needsWords() {
        return words;
    }
}
