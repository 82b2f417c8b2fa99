package org.redress.desk.recovery.voice;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A customer was asked what would put it right: the payload of the outbox topic {@link #TOPIC}. */
public record VoiceAsked(UUID voice, UUID ticket) {

    public static final String TOPIC = "recovery.voice-asked";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static VoiceAsked read(String payload) {
        return JSON.readValue(payload, VoiceAsked.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
