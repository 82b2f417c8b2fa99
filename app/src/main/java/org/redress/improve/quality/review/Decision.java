package org.redress.improve.quality.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;

/**
 * Something that a meeting decided: who does what, until when.
 *
 * @param number people say {@code D-012}
 * @param outcome what came of it, or why it was dropped; empty while it is open
 */
public record Decision(
        DecisionId id,
        int number,
        ReviewId review,
        String what,
        StaffId owner,
        LocalDate dueOn,
        State state,
        String outcome,
        StaffId madeBy,
        Instant madeAt,
        @Nullable Instant endedAt,
        int version) {

    /** Text by key {@code decision.state.NAME}. */
    public enum State {
        OPEN("due"),
        DONE("done"),
        DROPPED("ok");

        private final String look;

        State(String look) {
            this.look = look;
        }

        /** How screens mark it. */
        public String look() {
            return look;
        }
    }

    /** The number as people say it. */
    public String spoken() {
        return "D-%03d".formatted(number);
    }

    /** Whether it should have been done before this day. */
    public boolean lateOn(LocalDate today) {
        return state == State.OPEN && dueOn.isBefore(today);
    }
}
