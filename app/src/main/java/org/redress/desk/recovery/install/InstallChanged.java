package org.redress.desk.recovery.install;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An installation was entered, done, withdrawn, or corrected: the payload of the outbox topic {@link #TOPIC}. */
public record InstallChanged(UUID install) {

    public static final String TOPIC = "recovery.install-changed";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static InstallChanged read(String payload) {
        return JSON.readValue(payload, InstallChanged.class);
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }
}
