package org.redress.desk.recovery.credit;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The customers of a run have what they get, or it is taken back: the payload of the outbox topic {@link #TOPIC}.
 *
 * @param state {@link CreditRunState#POSTED} or {@link CreditRunState#REVERSING}
 */
public record CreditRunMoved(UUID run, CreditRunState state, Instant at) {

    public static final String TOPIC = "credit.run";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static CreditRunMoved read(String payload) {
        return JSON.readValue(payload, CreditRunMoved.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
