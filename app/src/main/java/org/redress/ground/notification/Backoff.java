package org.redress.ground.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after each failed try: longer each time, about fifteen hours in all, then a person decides. */
final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private Backoff() {}

    /** The pause after so many failed tries, or empty after the last. */
    static Optional<Duration> after(int tries) {
        return tries <= PAUSES.size() ? Optional.of(PAUSES.get(tries - 1)) : Optional.empty();
    }
}
