package org.redress.ground.commitment;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running clock went past its limit: the payload of the outbox topic {@link #TOPIC}, written once for each clock with the
 * step by which whoever answers for it is told. A clock that is stopped before anybody has looked says itself that it was late.
 *
 * @param kind of its subject
 * @param name what was owed
 */
public record ClockLate(UUID clock, String kind, UUID subject, String name, Instant since) {

    public static final String TOPIC = "commitment.late";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ClockLate of(Clock clock) {
        return new ClockLate(
                clock.id(),
                clock.subject().kind(),
                clock.subject().id(),
                clock.name(),
                Objects.requireNonNull(clock.lateSince()));
    }

    public static ClockLate read(String payload) {
        return JSON.readValue(payload, ClockLate.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
