package org.redress.desk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tickets were opened or changed: the payload of the outbox topic {@link #TOPIC}. Listeners keep the newest
 * {@code version} of each.
 */
public record TicketChanged(List<Fact> tickets) {

    public static final String TOPIC = "ticket.changed";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A ticket after the change.
     *
     * @param number with its check digit, without the letter
     * @param state by its name in the interface, e.g. {@code inProgress}
     * @param failureType decided by a person
     * @param imported whether it came from another system's file
     * @param course how it has gone so far; null where that is not known, for what has just come in from outside
     * @param subject the same for tickets whose subjects say the same, and no words; empty where it says nothing
     */
    public record Fact(
            UUID id,
            long number,
            int version,
            TicketKind kind,
            String state,
            Channel channel,
            @Nullable String place,
            UUID unit,
            @Nullable String failureType,
            @Nullable String suggestedType,
            @Nullable UUID customer,
            Instant receivedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            boolean imported,
            @Nullable Course course,
            @Nullable String subject) {}

    /**
     * How a ticket has gone so far.
     *
     * @param answeredAt when the customer was first answered
     * @param inTime once the reply's clock has stopped: whether it was in time
     * @param reopened how many times it was opened again
     */
    public record Course(
            @Nullable Verdict verdict,
            @Nullable Attribution attribution,
            @Nullable FailureKind failure,
            @Nullable Instant answeredAt,
            @Nullable Boolean inTime,
            int reopened) {}

    public static TicketChanged read(String payload) {
        return JSON.readValue(payload, TicketChanged.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
