package org.redress.platform.database;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that may leave the building: UUID version 7 (RFC 9562, method 3). Milliseconds and their 4096th parts stand in front,
 * so indexes stay dense and the ids of one process sort in the order they were made; 62 random bits follow, so that none
 * can be guessed from another.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A new id, greater than every id this process made before. */
    public static UUID next() {
        long now = ticks(Instant.now());
        return of(LAST.accumulateAndGet(now, (last, current) -> Math.max(last + 1, current)));
    }

    /** A new id that sorts where a thing of that moment belongs; for what is made up or brought in from elsewhere. */
    public static UUID at(Instant moment) {
        return of(ticks(moment));
    }

    /** Milliseconds since 1970 shifted by twelve bits, with the part of a millisecond in those. */
    private static long ticks(Instant moment) {
        return moment.toEpochMilli() << 12 | (moment.getNano() % 1_000_000L << 12) / 1_000_000L;
    }

    private static UUID of(long ticks) {
        long high = (ticks & ~0xfffL) << 4 | 0x7000L | ticks & 0xfffL;
        return new UUID(high, RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }
}
