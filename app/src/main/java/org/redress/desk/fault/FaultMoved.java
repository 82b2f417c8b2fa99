package org.redress.desk.fault;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A work order took a step: the payload of the outbox topic {@link #TOPIC}.
 *
 * @param step by name of {@link RepairStep}
 * @param state after it, by name of {@link RepairState}
 * @param unit the repair post after it
 */
public record FaultMoved(UUID fault, UUID ticket, String step, String state, UUID unit) {

    public static final String TOPIC = "fault.moved";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static FaultMoved of(Fault fault, RepairEvent event) {
        return new FaultMoved(
                fault.id().value(),
                fault.ticket().value(),
                event.what().name(),
                fault.state().name(),
                fault.unit().value());
    }

    public static FaultMoved read(String payload) {
        return JSON.readValue(payload, FaultMoved.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
