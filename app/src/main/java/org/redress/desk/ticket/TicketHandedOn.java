package org.redress.desk.ticket;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody else answers for a ticket: the payload of the outbox topic {@link #TOPIC}. Who it is by now, listeners ask the
 * ticket.
 */
public record TicketHandedOn(UUID ticket) {

    public static final String TOPIC = "ticket.handed-on";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static TicketHandedOn read(String payload) {
        return JSON.readValue(payload, TicketHandedOn.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
