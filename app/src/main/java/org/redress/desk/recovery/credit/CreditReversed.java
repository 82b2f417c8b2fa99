package org.redress.desk.recovery.credit;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run was taken back as a whole: the payload of the outbox topic {@link #TOPIC}.
 *
 * @param problem whose run it was
 * @param from when that began, as the run had it
 * @param until when it was over
 */
public record CreditReversed(UUID problem, Instant from, Instant until) {

    public static final String TOPIC = "recovery.credit-reversed";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static CreditReversed of(CreditRun run) {
        return new CreditReversed(
                run.problem().id(), run.problem().from(), run.problem().end());
    }

    public static CreditReversed read(String payload) {
        return JSON.readValue(payload, CreditReversed.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
