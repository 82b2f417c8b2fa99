package org.redress.desk.procedure;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A matter changed hands: the payload of the outbox topic {@link #TOPIC}.
 *
 * @param what as in {@link Handover.What}
 */
public record SegmentMoved(UUID ticket, UUID segment, String what, UUID from, UUID to) {

    public static final String TOPIC = "segment.moved";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SegmentMoved of(Handover handover) {
        return new SegmentMoved(
                handover.ticket().value(),
                handover.segment().value(),
                handover.what().name(),
                handover.from().value(),
                handover.to().value());
    }

    static SegmentMoved read(String payload) {
        return JSON.readValue(payload, SegmentMoved.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
