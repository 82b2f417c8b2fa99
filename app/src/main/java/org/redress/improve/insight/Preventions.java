package org.redress.improve.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    /** The kind by which permissions are asked. */
    public static final String KIND = "prevention";

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
        return change(actor, now, version, "prevention.revise", old -> old.reworded(words));
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
                old -> old.moved(PreventionState.RUNNING, old.effectiveFrom(), old.closingNote(), null));
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
        if (now.judged() != null) {
            return new PreventionResult.Refused("prevention.judged");
        }
        return change(
                actor,
                now,
                version,
                "prevention.effect",
                old -> old.moved(old.state(), from, old.closingNote(), old.judged()));
    }

    /**
     * Closes an action whose measures are done. It needs the day on which it took effect, and what was measured of it: the
     * verdict as it stands, said by whoever closes. Nothing is closed while waiting would still tell more; that nothing was
     * seen, or that there are too few cases, is a finding too.
     *
     * @param stated the verdict that the person was shown; null where none was stated
     */
    @Transactional
    public PreventionResult finish(Actor actor, PreventionId id, int version, String note, @Nullable Verdict stated) {
        Prevention now = get(actor, id);
        if (now.state() != PreventionState.RUNNING) {
            return new PreventionResult.Refused("prevention.notrunning");
        }
        if (now.effectiveFrom() == null) {
            return new PreventionResult.Refused("prevention.noeffectday");
        }
        Effect effect = Objects.requireNonNull(effects.of(actor, List.of(now)).get(id));
        if (effect.early()) {
            return new PreventionResult.Refused("prevention.effect.early");
        }
        if (stated == null) {
            throw Problem.invalid("prevention.effect.stated", "stated");
        }
        if (stated != effect.verdict()) {
            return new PreventionResult.Refused("prevention.effect.other");
        }
        return change(
                actor,
                now,
                version,
                "prevention.finish",
                old -> old.moved(PreventionState.DONE, old.effectiveFrom(), note.strip(), Judged.of(effect)));
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
                old -> old.moved(PreventionState.STOPPED, old.effectiveFrom(), why.strip(), null));
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

    /** The actions opened because of a cluster of cases, the newest first. */
    public List<Prevention> ofCluster(Actor actor, UUID cluster) {
        actor.require(Action.READ, KIND);
        return rows.ofCluster(actor.bureau(), cluster);
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
