package org.redress.improve.insight.lesson;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.ground.trail.Trail;
import org.redress.improve.insight.Prevention;
import org.redress.improve.insight.PreventionId;
import org.redress.improve.insight.PreventionState;
import org.redress.improve.insight.Preventions;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Units that must learn from a failure: asked where something is done against its cause, they say how they passed it on. */
@Component
public class Lessons {

    private final LessonRows rows;
    private final Preventions preventions;
    private final Bureaus bureaus;
    private final Superiors superiors;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    Lessons(
            LessonRows rows,
            Preventions preventions,
            Bureaus bureaus,
            Superiors superiors,
            Notices notices,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.preventions = preventions;
        this.bureaus = bureaus;
        this.superiors = superiors;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Asks a unit to learn from it; its head hears so at once, or whoever is the next above.
     *
     * @return who that is; nobody where there is none
     * @throws Problem {@code lesson.unit} where the unit is none of the bureau's or was asked before, {@code lesson.stopped} of
     *     an action that was given up
     */
    @Transactional
    public Optional<StaffId> ask(Actor actor, PreventionId id, UnitId unit) {
        actor.require(Action.WRITE, Preventions.KIND);
        Prevention action = preventions.get(actor, id);
        if (action.state() == PreventionState.STOPPED) {
            throw Problem.conflict("lesson.stopped");
        }
        boolean ours =
                bureaus.units(actor.bureau()).stream().anyMatch(one -> one.id().equals(unit));
        Instant now = clock.instant();
        if (!ours || !rows.ask(actor, id.value(), unit, now)) {
            throw Problem.invalid("lesson.unit", "unit");
        }
        trail.record(actor, "lesson.ask", Preventions.KIND, id.value(), "{\"unit\":\"" + unit.value() + "\"}");
        Optional<StaffId> head = superiors.leader(actor.bureau(), unit, now);
        head.ifPresent(person -> tell(actor, person, action, unit));
        return head;
    }

    private void tell(Actor actor, StaffId person, Prevention action, UnitId unit) {
        notices.ring(
                bureaus.command(bureaus.get(actor.bureau())),
                person,
                new Notice(
                        "lesson.asked",
                        new About(
                                Preventions.KIND,
                                action.id().value(),
                                action.spoken(),
                                "/actions/" + action.id().value() + "#lessons"),
                        "lesson." + unit.value(),
                        words -> Map.of("number", action.spoken(), "subject", action.what())));
    }

    /** Whether this person may say for a unit what it did with it: who works there, or keeps the actions. */
    public boolean mayAnswer(Actor actor, UnitId unit) {
        return unit.equals(actor.unit()) || actor.may(Action.WRITE, Preventions.KIND);
    }

    /**
     * Says how a unit passed it on, once.
     *
     * @throws Problem {@code lesson.over} where the unit was not asked or has said so already
     */
    @Transactional
    public void learned(Actor actor, PreventionId id, UnitId unit, String how) {
        preventions.get(actor, id);
        if (!mayAnswer(actor, unit)) {
            throw Problem.forbidden("access.denied");
        }
        String said = Typed.required(how, "how");
        if (!rows.learn(actor, id.value(), unit, said, clock.instant())) {
            throw Problem.conflict("lesson.over");
        }
        trail.record(actor, "lesson.learned", Preventions.KIND, id.value(), "{\"unit\":\"" + unit.value() + "\"}");
    }

    /** The units that must learn from it, by when they were asked. */
    public List<Lesson> of(Actor actor, PreventionId id) {
        preventions.get(actor, id);
        return rows.of(actor.bureau(), id.value());
    }
}
