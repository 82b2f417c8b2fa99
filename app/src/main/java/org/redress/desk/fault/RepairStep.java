package org.redress.desk.fault;

import static org.redress.desk.fault.RepairState.ACCEPTED;
import static org.redress.desk.fault.RepairState.CONFIRMED;
import static org.redress.desk.fault.RepairState.NOT_RESTORED;
import static org.redress.desk.fault.RepairState.ON_SITE;
import static org.redress.desk.fault.RepairState.RESTORED;
import static org.redress.desk.fault.RepairState.SENT;
import static org.redress.desk.fault.RepairState.UNREACHED;
import static org.redress.desk.fault.RepairState.WITHDRAWN;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with a work order: the whole of its state machine. Text by key {@code fault.step.NAME}. */
public enum RepairStep {
    /** To a post, or to another one. */
    SEND(By.DESK, Set.of(SENT, ACCEPTED, NOT_RESTORED), SENT),
    ACCEPT(By.POST, Set.of(SENT), ACCEPTED),
    ARRIVE(By.POST, Set.of(ACCEPTED), ON_SITE),
    /** Also without a visit: much is put right in the exchange. */
    RESTORE(By.POST, Set.of(ACCEPTED, ON_SITE), RESTORED),
    FAIL(By.POST, Set.of(ACCEPTED, ON_SITE), NOT_RESTORED),
    /** Agrees with the customer on a time; the state stays. */
    APPOINT(By.EITHER, Set.of(SENT, ACCEPTED, ON_SITE, NOT_RESTORED), null),
    /** The customer says that it works. */
    CONFIRM(By.DESK, Set.of(RESTORED), CONFIRMED),
    /** The customer says that it does not: back to the post. */
    DENY(By.DESK, Set.of(RESTORED), SENT),
    /** The customer was asked and not reached; after so many tries (rule {@code fault.confirm.tries}) it is given up, else the state stays. */
    NOT_REACHED(By.DESK, Set.of(RESTORED), null),
    /** Nobody asks any longer; follows from the last try. */
    GIVE_UP(By.NOBODY, Set.of(RESTORED), UNREACHED),
    /** The customer was promised that it comes before others; follows from the promise, the state stays. */
    FIRST(By.NOBODY, Set.of(SENT, ACCEPTED, ON_SITE, RESTORED, NOT_RESTORED), null),
    /** That promise was taken back. */
    IN_TURN(By.NOBODY, Set.of(SENT, ACCEPTED, ON_SITE, RESTORED, NOT_RESTORED), null),
    /** The ticket was taken back; follows by itself. */
    WITHDRAW(By.NOBODY, Set.of(SENT, ACCEPTED, ON_SITE, RESTORED, NOT_RESTORED), WITHDRAWN);

    /** Who takes a step. */
    enum By {
        DESK,
        POST,
        EITHER,
        NOBODY
    }

    private final By by;
    private final Set<RepairState> from;
    private final @Nullable RepairState to;

    RepairStep(By by, Set<RepairState> from, @Nullable RepairState to) {
        this.by = by;
        this.from = from;
        this.to = to;
    }

    By by() {
        return by;
    }

    Set<RepairState> from() {
        return from;
    }

    RepairState to(RepairState now) {
        return to == null ? now : to;
    }
}
