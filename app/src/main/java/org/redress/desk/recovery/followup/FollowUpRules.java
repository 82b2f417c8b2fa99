package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** What the rulebook says of questionnaires. */
@Component
class FollowUpRules {

    private static final String DELAY = "followup.delay";
    private static final String GOOD_FOR = "followup.link";
    private static final String REMINDER = "followup.reminder";
    private static final String PAUSE = "followup.pause";
    private static final String WINDOW = "followup.window";
    private static final String BAD = "followup.bad";

    private static final String RUN_SAMPLE = "followup.run.sample";
    private static final String RUN_LEAST = "followup.run.least";

    private final Rulebook rulebook;
    private final Clock clock;

    FollowUpRules(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** From closing the ticket to asking. */
    Duration delay(Actor actor) {
        return days(actor, DELAY);
    }

    Duration goodFor(Actor actor) {
        return days(actor, GOOD_FOR);
    }

    /** From asking to reminding. */
    Duration reminder(Actor actor) {
        return days(actor, REMINDER);
    }

    /** A customer is asked at most once in so long. */
    Duration pause(Actor actor) {
        return days(actor, PAUSE);
    }

    /** What was closed longer ago is not asked about any more. */
    Duration window(Actor actor) {
        return days(actor, WINDOW);
    }

    /** A mark at or below it is bad. */
    int bad(Actor actor) {
        return number(actor, BAD);
    }

    /** How many in a hundred of those whom a run of credits reaches are asked. */
    int runSample(Actor actor) {
        return number(actor, RUN_SAMPLE);
    }

    /** So many at least, or all where there are fewer. */
    int runLeast(Actor actor) {
        return number(actor, RUN_LEAST);
    }

    private int number(Actor actor, String code) {
        return rulebook.get(actor.bureau(), code, today(actor)).amount().intValueExact();
    }

    private Duration days(Actor actor, String code) {
        return Duration.ofDays(rulebook.days(actor.bureau(), code, today(actor)));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
