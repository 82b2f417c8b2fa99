package org.redress.desk.dispute;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Items were disputed on a ticket: the payload of the outbox topic {@link #TOPIC}. */
record DisputeMarked(UUID ticket) {

    static final String TOPIC = "dispute.marked";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String json() {
        return JSON.writeValueAsString(this);
    }
}
