package org.redress.platform.database;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids that may leave the building: UUID version 7 (RFC 9562), ordered by time to the millisecond so that indexes stay
 * dense, with 74 random bits so that none can be guessed from another.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        long high = System.currentTimeMillis() << 16 | 0x7000 | (random[0] & 0x0fL) << 8 | random[1] & 0xffL;
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = low << 8 | random[i] & 0xffL;
        }
        return new UUID(high, low & 0x3fffffffffffffffL | 0x8000000000000000L);
    }
}
