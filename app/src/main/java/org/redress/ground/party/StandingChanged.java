package org.redress.ground.party;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What customers are to the house has changed: the payload of the outbox topic {@link #TOPIC}, some hundred at a time. */
public record StandingChanged(List<One> customers) {

    public static final String TOPIC = "party.standing-changed";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One customer as they stand now.
     *
     * @param version grows with each change, so that an older message is known
     * @param at when it was written; null in what was told before this was
     */
    public record One(
            UUID customer,
            int version,
            Segment segment,
            @Nullable BigDecimal monthly,
            @Nullable String currency,
            @Nullable LocalDate since,
            @Nullable LocalDate left,
            @Nullable Instant at) {}

    public static StandingChanged read(String payload) {
        return JSON.readValue(payload, StandingChanged.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
