package org.redress.improve.insight;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The cause of a ticket was named, or another one: the payload of the outbox topic {@link #TOPIC}. */
public record CauseNamed(UUID ticket) {

    public static final String TOPIC = "insight.cause-named";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static CauseNamed read(String payload) {
        return JSON.readValue(payload, CauseNamed.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
