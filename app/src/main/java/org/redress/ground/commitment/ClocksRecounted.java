package org.redress.ground.commitment;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Running clocks fall due at other moments than before, because a calendar has changed or they go by another limit: the payload
 * of the outbox topic {@link #TOPIC}. Whoever keeps a copy of such a moment reads it anew.
 */
public record ClocksRecounted(List<Subject> subjects) {

    public static final String TOPIC = "commitment.recounted";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ClocksRecounted of(List<Clock> clocks) {
        return new ClocksRecounted(
                clocks.stream().map(Clock::subject).distinct().toList());
    }

    public static ClocksRecounted read(String payload) {
        return JSON.readValue(payload, ClocksRecounted.class);
    }

    /** Those of a kind. */
    public List<Subject> of(String kind) {
        return subjects.stream().filter(subject -> subject.kind().equals(kind)).toList();
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
