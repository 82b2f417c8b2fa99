package org.redress.improve.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Preventive actions, and whether they helped. */
@Component
public class Preventions {

    static final String KIND = "prevention";

    private final PreventionRows rows;
    private final CauseRows causes;
    private final Effects effects;
    private final Staff staff;
    private final Trail trail;
    private final Clock clock;

    Preventions(PreventionRows rows, CauseRows causes, Effects effects, Staff staff, Trail trail, Clock clock) {
        this.rows = rows;
        this.causes = causes;
        this.effects = effects;
        this.staff = staff;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens an action; it is planned until somebody starts it. */
    @Transactional
    public PreventionId open(Actor actor, NewPrevention prevention) {
        actor.require(Action.WRITE, KIND);
        check(actor, prevention);
        PreventionId id = rows.add(actor, prevention, clock.instant());
        record(actor, "prevention.open", id);
        return id;
    }

    private void check(Actor actor, NewPrevention prevention) {
        prevention.check();
        if (causes.tree(actor.bureau()).find(prevention.cause()).isEmpty()) {
            throw Problem.invalid("cause.absent", "cause");
        }
        if (staff.find(actor, prevention.owner()).isEmpty()) {
            throw Problem.invalid("prevention.owner", "owner");
        }
    }

    /**
     * Writes down anew what is done, by whom and until when. Cause and place stand fast once the change has taken
     * effect: what is measured is not chosen after the measuring.
     */
    @Transactional
    public PreventionResult revise(Actor actor, PreventionId id, int version, NewPrevention words) {
        actor.require(Action.WRITE, KIND);
        check(actor, words);
        Prevention now = get(actor, id);
        boolean moved = !words.cause().equals(now.cause()) || !words.place().equals(now.place());
        if (now.effectiveFrom() != null && moved) {
            return new PreventionResult.Refused("prevention.fast");
        }
        return change(
                actor,
                now,
                version,
                "prevention.revise",
                old -> new Prevention(
                        old.id(),
                        old.number(),
                        words.cause(),
                        words.what(),
                        words.measure(),
                        words.place(),
                        words.owner(),
                        words.dueOn(),
                        old.state(),
                        old.effectiveFrom(),
                        old.closingNote(),
                        old.openedBy(),
                        old.openedAt(),
                        old.version()));
    }

    /** Begins a planned action. */
    @Transactional
    public PreventionResult start(Actor actor, PreventionId id, int version) {
        Prevention now = get(actor, id);
        if (now.state() != PreventionState.PLANNED) {
            return new PreventionResult.Refused("prevention.started");
        }
        return change(
                actor,
                now,
                version,
                "prevention.start",
                old -> moved(old, PreventionState.RUNNING, old.effectiveFrom(), old.closingNote()));
    }

    /** Says since which day the change has been in effect; not in the future. */
    @Transactional
    public PreventionResult takeEffect(Actor actor, PreventionId id, int version, LocalDate from) {
        if (from.isAfter(today(actor))) {
            throw Problem.invalid("prevention.future", "effective");
        }
        Prevention now = get(actor, id);
        if (now.state() == PreventionState.PLANNED || now.state() == PreventionState.STOPPED) {
            return new PreventionResult.Refused("prevention.notrunning");
        }
        return change(
                actor, now, version, "prevention.effect", old -> moved(old, old.state(), from, old.closingNote()));
    }

    /** All that was planned is done; needs the day on which it took effect. */
    @Transactional
    public PreventionResult finish(Actor actor, PreventionId id, int version, String note) {
        Prevention now = get(actor, id);
        if (now.state() != PreventionState.RUNNING) {
            return new PreventionResult.Refused("prevention.notrunning");
        }
        if (now.effectiveFrom() == null) {
            return new PreventionResult.Refused("prevention.noeffectday");
        }
        return change(
                actor,
                now,
                version,
                "prevention.finish",
                old -> moved(old, PreventionState.DONE, old.effectiveFrom(), note.strip()));
    }

    /** Gives an action up; needs a reason. */
    @Transactional
    public PreventionResult stop(Actor actor, PreventionId id, int version, String why) {
        if (why.isBlank()) {
            throw Problem.invalid("prevention.why", "note");
        }
        Prevention now = get(actor, id);
        if (!now.state().open()) {
            return new PreventionResult.Refused("prevention.over");
        }
        return change(
                actor,
                now,
                version,
                "prevention.stop",
                old -> moved(old, PreventionState.STOPPED, old.effectiveFrom(), why.strip()));
    }

    private static Prevention moved(
            Prevention old, PreventionState state, @Nullable LocalDate effectiveFrom, String note) {
        return new Prevention(
                old.id(),
                old.number(),
                old.cause(),
                old.what(),
                old.measure(),
                old.place(),
                old.owner(),
                old.dueOn(),
                state,
                effectiveFrom,
                note,
                old.openedBy(),
                old.openedAt(),
                old.version());
    }

    private PreventionResult change(
            Actor actor, Prevention now, int version, String deed, UnaryOperator<Prevention> step) {
        actor.require(Action.WRITE, KIND);
        if (now.version() != version || !rows.write(actor.bureau(), step.apply(now))) {
            return new PreventionResult.Stale(get(actor, now.id()));
        }
        record(actor, deed, now.id());
        return new PreventionResult.Done(get(actor, now.id()));
    }

    private void record(Actor actor, String deed, PreventionId id) {
        trail.record(actor, deed, KIND, id.value(), "{}");
    }

    public Prevention get(Actor actor, PreventionId id) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("prevention.absent"));
    }

    /** The newest first; {@code below} is the number of the last one seen, or null for the first page. */
    public List<Prevention> list(Actor actor, PreventionFilter filter, @Nullable Integer below, int limit) {
        actor.require(Action.READ, KIND);
        return rows.page(actor.bureau(), filter, below == null ? Integer.MAX_VALUE : below, limit);
    }

    /** What came of each, reckoned to the end of yesterday, in one pass. */
    public Map<PreventionId, Effect> effects(Actor actor, Collection<Prevention> preventions) {
        actor.require(Action.READ, KIND);
        return effects.of(actor, preventions);
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
