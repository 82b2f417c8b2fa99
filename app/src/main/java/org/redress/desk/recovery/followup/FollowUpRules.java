package org.redress.desk.recovery.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.redress.ground.commitment.Deadlines;
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
    private final Deadlines deadlines;
    private final Clock clock;

    FollowUpRules(Rulebook rulebook, Deadlines deadlines, Clock clock) {
        this.rulebook = rulebook;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** When it is asked about what was finished then. */
    Instant asksAt(Actor actor, Instant finished) {
        return deadlines.after(actor.bureau(), DELAY, finished);
    }

    /** When the link of a question of then ends. */
    Instant endsAt(Actor actor, Instant asked) {
        return deadlines.after(actor.bureau(), GOOD_FOR, asked);
    }

    /** When a question of then is asked once more. */
    Instant remindsAt(Actor actor, Instant asked) {
        return deadlines.after(actor.bureau(), REMINDER, asked);
    }

    /** Whoever was asked since then is not asked now. */
    Instant pausedSince(Actor actor, Instant now) {
        return daysBefore(actor, PAUSE, now);
    }

    /** What was closed before is not asked about any more. */
    Instant closedSince(Actor actor, Instant now) {
        return daysBefore(actor, WINDOW, now);
    }

    /** Links of questions that were asked before lead to nothing that is still of use. */
    Instant forgottenBefore(Actor actor, Instant now) {
        return daysBefore(actor, GOOD_FOR, closedSince(actor, now));
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

    private Instant daysBefore(Actor actor, String code, Instant moment) {
        return moment.minus(rulebook.days(actor.bureau(), code, today(actor)), ChronoUnit.DAYS);
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
