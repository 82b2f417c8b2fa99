package org.redress.desk.appeal.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealReach;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.PauseReason;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The clocks of an appeal, each named by the rule that sets its limit. What the order allows for the whole runs from the
 * acceptance on and stands still while both sides are mediated between, which has a limit of its own.
 */
@Component
class AppealClocks {

    private static final String ACCEPT = "appeal.accept";
    private static final String FORWARD = "appeal.forward";
    static final String REPLY = "appeal.operator.reply";
    private static final String MEDIATE = "appeal.mediate";
    private static final String DECIDE = "appeal.decide";

    private final ObjectProvider<Commitments> commitments;
    private final Rulebook rulebook;
    private final java.time.Clock time;

    AppealClocks(ObjectProvider<Commitments> commitments, Rulebook rulebook, java.time.Clock time) {
        this.commitments = commitments;
        this.rulebook = rulebook;
        this.time = time;
    }

    /** Whether there was a limit for accepting it on the day on which it was made. */
    boolean ruled(Actor actor, Appeal.Grounds grounds) {
        return rulebook.find(actor.bureau(), ACCEPT, grounds.receivedOn()).isPresent();
    }

    /** Starts the first one: from now, or for an appeal that was made earlier from the end of that day. */
    Appeal received(Actor product, Appeal appeal, LocalDate on) {
        Instant now = time.instant();
        Instant end = on.plusDays(1).atStartOfDay(product.zone()).toInstant();
        start(product, appeal, ACCEPT, Calendars.WORKING, end.isBefore(now) ? end : now);
        return appeal.timed(due(product, appeal.id()), Appeal.Reply.NONE);
    }

    /** What a step does to them; the appeal with its limits. */
    Appeal stepped(Actor product, Appeal after, AppealStep step) {
        Instant now = time.instant();
        Appeal.Reply reply = after.reply();
        switch (step) {
            case ACCEPT -> {
                stop(product, after, ACCEPT, now);
                start(product, after, FORWARD, Calendars.WORKING, now);
                start(product, after, DECIDE, Calendars.ALWAYS, now);
            }
            case REFUSE -> stop(product, after, ACCEPT, now);
            case FORWARD -> {
                stop(product, after, FORWARD, now);
                reply = new Appeal.Reply(
                        start(product, after, REPLY, Calendars.ALWAYS, now).dueAt(), null);
            }
            case REPLY -> {
                stop(product, after, REPLY, now);
                boolean inTime = clock(product, after, REPLY).state(now) == ClockState.DONE;
                reply = new Appeal.Reply(reply.dueAt(), inTime);
            }
            case MEDIATE -> {
                start(product, after, MEDIATE, Calendars.ALWAYS, now);
                commitments.getObject().pause(product, subject(after.id()), DECIDE, PauseReason.APPOINTMENT, "", null);
            }
            case AGREE -> {
                stop(product, after, MEDIATE, now);
                stop(product, after, DECIDE, now);
            }
            case FAIL -> {
                stop(product, after, MEDIATE, now);
                commitments.getObject().resume(product, subject(after.id()), DECIDE);
            }
            case DECIDE -> stop(product, after, DECIDE, now);
            case WITHDRAW ->
                Stream.of(ACCEPT, FORWARD, REPLY, MEDIATE, DECIDE)
                        .forEach(name -> commitments.getObject().cancel(product, subject(after.id()), name));
        }
        return after.timed(due(product, after.id()), reply);
    }

    private Clock start(Actor product, Appeal appeal, String rule, String calendar, Instant at) {
        return commitments
                .getObject()
                .start(product, subject(appeal.id()), rule, rule, calendar, at.truncatedTo(ChronoUnit.SECONDS));
    }

    private void stop(Actor product, Appeal appeal, String name, Instant now) {
        commitments.getObject().stop(product, subject(appeal.id()), name, now);
    }

    private Clock clock(Actor product, Appeal appeal, String name) {
        return of(product, appeal.id()).stream()
                .filter(clock -> clock.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private @Nullable Instant due(Actor product, AppealId id) {
        return next(commitments
                .getObject()
                .due(product, AppealReach.KIND, List.of(id.value()))
                .getOrDefault(id.value(), Map.of()));
    }

    /**
     * When the one that runs next falls due, or null where none runs.
     *
     * @param due of those that are open, by name
     */
    static @Nullable Instant next(Map<String, Instant> due) {
        return due.values().stream()
                .filter(at -> !at.equals(Instant.MAX))
                .min(Instant::compareTo)
                .orElse(null);
    }

    List<Clock> of(Actor product, AppealId id) {
        return commitments.getObject().of(product, subject(id));
    }

    static Subject subject(AppealId id) {
        return new Subject(AppealReach.KIND, id.value());
    }
}
