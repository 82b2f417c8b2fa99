package org.redress.desk.recovery.plan;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recovery plan was made: the payload of the outbox topic {@link #TOPIC}.
 *
 * @param chosen codes of the remedies in order
 */
public record PlanMade(UUID plan, UUID ticket, int number, boolean followed, List<String> chosen) {

    public static final String TOPIC = "recovery.plan-made";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static PlanMade of(RecoveryPlan plan) {
        return new PlanMade(
                plan.id().value(),
                plan.ticket().value(),
                plan.number(),
                plan.followed(),
                plan.chosen().stream().map(line -> line.kind().code()).toList());
    }

    public static PlanMade read(String payload) {
        return JSON.readValue(payload, PlanMade.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
