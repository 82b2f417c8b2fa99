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
            guesses.unknown("192.0.2.1", "link" + n);
        }
        assertThat(guesses.tooMany("192.0.2.1")).isTrue();
        assertThat(guesses.tooMany("192.0.2.2")).isFalse();
        now = now.plus(Guesses.WINDOW).minusMillis(1);
        assertThat(guesses.tooMany("192.0.2.1")).isTrue();
        now = now.plusMillis(1);
        assertThat(guesses.tooMany("192.0.2.1")).isFalse();
        guesses.unknown("192.0.2.1", "link");
        assertThat(guesses.tooMany("192.0.2.1")).isFalse();
    }

    @Test
    void one_link_is_held_up_from_one_address_and_no_other_link_from_there() {
        for (int n = 0; n < Guesses.ALLOWED; n++) {
            assertThat(guesses.tooMany("192.0.2.1", "link")).isFalse();
            guesses.refused("192.0.2.1", "link");
        }
        assertThat(guesses.tooMany("192.0.2.1", "link")).isTrue();
        assertThat(guesses.tooMany("192.0.2.1", "other")).isFalse();
        assertThat(guesses.tooMany("192.0.2.2", "link")).isFalse();
        assertThat(guesses.tooMany("192.0.2.1")).as("its link is a good one").isFalse();
    }
}
