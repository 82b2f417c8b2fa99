package org.redress.desk.recovery.pattern;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something was given by choice and is to be looked at: the payload of the outbox topic {@link #TOPIC}. A message of its own,
 * so that what goes wrong while looking holds up nothing else that follows from giving.
 */
record PatternLook(List<UUID> compensations) {

    static final String TOPIC = "recovery.pattern-look";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    PatternLook {
        compensations = List.copyOf(compensations);
    }

    static PatternLook read(String payload) {
        return JSON.readValue(payload, PatternLook.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
