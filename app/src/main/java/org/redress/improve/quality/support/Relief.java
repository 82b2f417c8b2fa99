package org.redress.improve.quality.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * What hard contacts have brought to whoever took them: a break, and a word of their supervisor.
 *
 * @param number as people speak it, see {@link #spoken}
 * @param minutes of the break
 * @param useUntil after which the right to it is gone
 * @param restAt when it was taken, declined or gone; null while it is open
 * @param word null while it is owed
 */
public record Relief(
        ReliefId id,
        int number,
        StaffId staff,
        UnitId unit,
        Instant grantedAt,
        int minutes,
        Instant useUntil,
        Rest rest,
        @Nullable Instant restAt,
        Instant wordDueAt,
        @Nullable Word word,
        int version) {

    /** What the supervisor said. */
    public record Word(StaffId by, Instant at, String words) {}

    /** E.g. {@code S-12}. */
    public String spoken() {
        return "S-" + number;
    }
}
