package org.redress.desk.recovery.pattern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * A series of compensations that somebody should look at.
 *
 * @param subject whom or what it is about, by its kind
 * @param bounds the numbers of the rulebook by which it was found
 * @param review what somebody said, or null
 */
public record Pattern(
        PatternId id,
        PatternKind kind,
        UUID subject,
        LocalDate first,
        LocalDate last,
        int cases,
        Money sum,
        String bounds,
        State state,
        Instant foundAt,
        @Nullable Review review,
        int version) {

    /** Text by key {@code pattern.state.NAME}. */
    public enum State {
        OPEN,
        /** Nothing is unusual. */
        DISMISSED,
        /** It needs following up. */
        CONFIRMED
    }

    /** Who looked at it, and what they say. */
    public record Review(StaffId by, Instant at, String words) {}
}
