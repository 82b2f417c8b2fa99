package org.redress.desk.recovery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something was given, or taken back: the payload of the outbox topic {@link #TOPIC}.
 *
 * @param reverses the remedy that this one takes back, else null
 * @param at when the customer was given it, or it was taken back; null in what was told before this was
 * @param amount below 0 where it takes back; null where it is no money
 * @param run of credits that gave it, which is often after the ticket was closed; null where it was none
 */
public record RemedyGiven(
        UUID remedy,
        UUID ticket,
        String kind,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable UUID reverses,
        @Nullable Instant at,
        @Nullable UUID run) {

    public static final String TOPIC = "recovery.remedy-given";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RemedyGiven of(Remedy remedy, @Nullable RemedyId reverses, Instant at) {
        Money sum = remedy.sum();
        return new RemedyGiven(
                remedy.id().value(),
                remedy.ticket().value(),
                remedy.kind().code(),
                sum == null ? null : sum.getAmount(),
                sum == null ? null : sum.getCurrencyUnit().getCode(),
                reverses == null ? null : reverses.value(),
                at,
                remedy.run());
    }

    public static RemedyGiven read(String payload) {
        return JSON.readValue(payload, RemedyGiven.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
