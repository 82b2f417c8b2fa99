package org.redress.desk.recovery.followup;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A customer said how a failure was put right: the payload of the outbox topic {@link #TOPIC}, once for each answer.
 *
 * @param ticket null where the customer was asked about a run of credits, or to compare
 * @param run of credits, or null; with neither it is a customer without a failure
 */
public record RecoveryAnswered(
        UUID followUp,
        @Nullable UUID ticket,
        @Nullable UUID run,
        UUID customer,
        int round,
        Marks marks,
        boolean bad,
        Instant at) {

    public static final String TOPIC = "recovery.answered";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RecoveryAnswered of(FollowUp one) {
        FollowUp.Answer answer = Objects.requireNonNull(one.answer());
        return new RecoveryAnswered(
                one.id().value(),
                one.ticket() == null ? null : one.ticket().value(),
                one.run() == null ? null : one.run().value(),
                one.customer().value(),
                one.round(),
                answer.marks(),
                answer.bad(),
                answer.at());
    }

    public static RecoveryAnswered read(String payload) {
        return JSON.readValue(payload, RecoveryAnswered.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
