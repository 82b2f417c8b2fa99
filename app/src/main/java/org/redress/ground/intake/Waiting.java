package org.redress.ground.intake;

import java.time.Duration;

/** Gives somebody else's import some time to end, or to be found dead. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 24;

    private int tries;

    /** Waits a little; false where it has been long enough. */
    boolean again() {
        if (++tries > TRIES) {
            return false;
        }
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
