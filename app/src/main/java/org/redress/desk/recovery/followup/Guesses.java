package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often somebody came in vain: from an address with a link that nobody was given, and with one link from an address. A link
 * has 128 random bits and is not found by trying; this keeps those who try from keeping the house busy. Whoever has a good link
 * is not held up by others who come from the same address, as all do where a proxy does not say whom it stands for.
 */
@Component
class Guesses {

    /** Links of a page that was mistyped, and some more. */
    static final int ALLOWED = 20;

    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_LINK = 64;

    private record Tried(Instant since, int times) {}

    private final Map<String, Tried> tried = new LinkedHashMap<>();
    private final Clock clock;

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** Whether this address has come too often with links that nobody was given. */
    boolean tooMany(String address) {
        return reached(address);
    }

    /** Whether this address has come too often in vain with this very link. */
    boolean tooMany(String address, String link) {
        return reached(of(address, link));
    }

    /** An address came with a link that nobody was given. */
    void unknown(String address, String link) {
        note(address);
        note(of(address, link));
    }

    /** An address sent something with this link that could not be taken. */
    void refused(String address, String link) {
        note(of(address, link));
    }

    private static String of(String address, String link) {
        return address + " " + link.substring(0, Math.min(link.length(), LONGEST_LINK));
    }

    private synchronized boolean reached(String who) {
        Tried so = tried.get(who);
        return so != null && clock.instant().isBefore(so.since().plus(WINDOW)) && so.times() >= ALLOWED;
    }

    private synchronized void note(String who) {
        Instant now = clock.instant();
        Tried so = tried.remove(who);
        tried.put(
                who,
                so == null || !now.isBefore(so.since().plus(WINDOW))
                        ? new Tried(now, 1)
                        : new Tried(so.since(), so.times() + 1));
        if (tried.size() > REMEMBERED) {
            tried.remove(tried.keySet().iterator().next());
        }
    }
}
