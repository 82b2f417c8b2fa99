package org.redress.desk.appeal.hotline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.redress.ground.commitment.Answering;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The clocks of a dispatch: from when the city sent it until it is signed for, from there and from when it is sent back until
 * it is answered.
 */
@Component
class DispatchClock implements Answering {

    static final String KIND = "dispatch";

    static final String SIGN = "hotline12345.sign";
    private static final String ANSWER = "hotline12345.answer";
    private static final String REDO = "hotline12345.redo";

    private final ObjectProvider<Commitments> commitments;
    private final DispatchRows rows;

    DispatchClock(ObjectProvider<Commitments> commitments, DispatchRows rows) {
        this.commitments = commitments;
        this.rows = rows;
    }

    /** Starts it; returns when it falls due. */
    Instant start(Actor product, DispatchId id, Urgency urgency, Instant at) {
        Clock clock = commitments
                .getObject()
                .start(
                        product,
                        subject(id),
                        SIGN,
                        urgency.rule(),
                        Calendars.ALWAYS,
                        at.truncatedTo(ChronoUnit.SECONDS));
        return Objects.requireNonNull(clock.dueAt());
    }

    /** Stops it; returns whether it was in time. */
    boolean signed(Actor product, DispatchId id, Instant now) {
        commitments.getObject().stop(product, subject(id), SIGN, now);
        return of(product, id).getLast().state(now) == ClockState.DONE;
    }

    /** An answer is owed to the city from now on, sooner where it was sent back. */
    void answerOwed(Actor product, DispatchId id, boolean again, Instant now) {
        commitments
                .getObject()
                .start(
                        product,
                        subject(id),
                        ANSWER,
                        again ? REDO : ANSWER,
                        Calendars.WORKING,
                        now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The city has been answered; what was signed for before there was a limit has no clock to stop. */
    void answered(Actor product, DispatchId id, Instant now) {
        commitments.getObject().stop(product, subject(id), ANSWER, now);
    }

    List<Clock> of(Actor product, DispatchId id) {
        return commitments.getObject().of(product, subject(id));
    }

    private static Subject subject(DispatchId id) {
        return new Subject(KIND, id.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<UUID, Matter> matters(BureauId bureau, Collection<UUID> ids) {
        Map<UUID, Matter> matters = new HashMap<>();
        rows.list(bureau, "a.id = any(:ids)", Map.of("ids", ids.toArray(UUID[]::new)))
                .forEach(one -> matters.put(
                        one.id().value(),
                        new Matter(
                                one.handler(),
                                one.unit(),
                                one.number(),
                                one.headline(),
                                "/dispatches/" + one.id().value())));
        return matters;
    }
}
