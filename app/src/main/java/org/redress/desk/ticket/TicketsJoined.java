package org.redress.desk.ticket;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tickets were joined to another one, or parted from it, themselves or with what leads them: the payload of the outbox topic
 * {@link #TOPIC}. Which ticket leads them now is asked of {@link Joins#leading}.
 */
public record TicketsJoined(List<UUID> tickets) {

    public static final String TOPIC = "ticket.joined";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public TicketsJoined {
        tickets = List.copyOf(tickets);
    }

    public static TicketsJoined read(String payload) {
        return JSON.readValue(payload, TicketsJoined.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
