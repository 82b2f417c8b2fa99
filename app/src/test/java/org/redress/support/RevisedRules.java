package org.redress.support;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Revision;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.rulebook.RunningLimits;
import org.springframework.stereotype.Component;

/** Revises limits and waits until everything that runs goes by them and everybody has heard of it. */
@Component
public class RevisedRules {

    private final Rulebook rulebook;
    private final RunningLimits limits;
    private final Deliveries deliveries;
    private final Clock clock;

    RevisedRules(Rulebook rulebook, RunningLimits limits, Deliveries deliveries, Clock clock) {
        this.rulebook = rulebook;
        this.limits = limits;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** From today on; what runs gets it too. */
    public void apply(Actor command, String code, int amount) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), command.zone());
        String scope = rulebook.get(command.bureau(), code, today).jurisdiction();
        rulebook.revise(command, new Revision(code, scope, BigDecimal.valueOf(amount), today, "order 99"));
        Rule revised = rulebook.get(command.bureau(), code, today);
        limits.bring(command, revised);
        Awaitility.await().until(() -> limits.behind(command, revised) == 0);
        deliveries.await(command);
    }
}
