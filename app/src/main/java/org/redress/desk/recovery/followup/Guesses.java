package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often an address came with a link that nobody was given. A link has 128 random bits and is not found by trying; this keeps
 * those who try from keeping the database busy. Whoever has a good link is never held up.
 */
@Component
class Guesses {

    /** Links of a page that was mistyped, and some more. */
    static final int ALLOWED = 20;

    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private record Tried(Instant since, int times) {}

    private final Map<String, Tried> tried = new LinkedHashMap<>();
    private final Clock clock;

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** Whether this address has tried too often. */
    synchronized boolean tooMany(String address) {
        Tried so = tried.get(address);
        return so != null && clock.instant().isBefore(so.since().plus(WINDOW)) && so.times() >= ALLOWED;
    }

    synchronized void note(String address) {
        Instant now = clock.instant();
        Tried so = tried.remove(address);
        tried.put(
                address,
                so == null || !now.isBefore(so.since().plus(WINDOW))
                        ? new Tried(now, 1)
                        : new Tried(so.since(), so.times() + 1));
        if (tried.size() > REMEMBERED) {
            tried.remove(tried.keySet().iterator().next());
        }
    }
}
