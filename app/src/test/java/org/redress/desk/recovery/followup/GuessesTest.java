package org.redress.desk.recovery.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4.5")
class GuessesTest {

    private Instant now = Instant.parse("2026-11-30T02:00:00Z");

    private final Guesses guesses = new Guesses(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void who_tries_too_often_is_held_up_for_a_while_and_others_are_not() {
        for (int n = 0; n < Guesses.ALLOWED; n++) {
            assertThat(guesses.tooMany("192.0.2.1")).isFalse();
            guesses.note("192.0.2.1");
        }
        assertThat(guesses.tooMany("192.0.2.1")).isTrue();
        assertThat(guesses.tooMany("192.0.2.2")).isFalse();
        now = now.plus(Guesses.WINDOW).minusMillis(1);
        assertThat(guesses.tooMany("192.0.2.1")).isTrue();
        now = now.plusMillis(1);
        assertThat(guesses.tooMany("192.0.2.1")).isFalse();
        guesses.note("192.0.2.1");
        assertThat(guesses.tooMany("192.0.2.1")).isFalse();
    }
}
