package org.redress.improve.quality.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.rulebook.Unit;
import org.springframework.stereotype.Component;

/** The numbers of internal recovery, as they are in force on a day. */
@Component
class SupportRules {

    static final String REST = "support.break.within";
    static final String WORD = "support.word.within";

    private final Rulebook rulebook;

    SupportRules(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    HardContactPolicy policy(Actor actor, Instant at) {
        return new HardContactPolicy(
                whole(actor, "support.hard.mood", Unit.POINTS, at),
                Duration.ofMinutes(whole(actor, "support.hard.length", Unit.ELAPSED_MINUTES, at)),
                whole(actor, "support.grant.mood", Unit.POINTS, at),
                whole(actor, "support.grant.contacts", Unit.COUNT, at));
    }

    Duration window(Actor actor, Instant at) {
        return Duration.ofHours(whole(actor, "support.grant.window", Unit.ELAPSED_HOURS, at));
    }

    int minutes(Actor actor, Instant at) {
        return whole(actor, "support.break.length", Unit.ELAPSED_MINUTES, at);
    }

    private int whole(Actor actor, String code, Unit unit, Instant at) {
        Rule rule = rulebook.get(actor.bureau(), code, LocalDate.ofInstant(at, actor.zone()));
        if (rule.unit() != unit) {
            throw new IllegalArgumentException(code + " is in " + rule.unit() + ", not in " + unit);
        }
        return rule.amount().intValueExact();
    }
}
