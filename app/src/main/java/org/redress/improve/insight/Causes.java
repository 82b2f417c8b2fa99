package org.redress.improve.insight;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of causes, kept by the bureau. A cause is never deleted: what was found stays true. */
@Component
public class Causes {

    static final String KIND = "cause";

    private static final int DEEPEST = 3;
    private static final int LONGEST_NAME = 80;

    private final CauseRows rows;
    private final Trail trail;

    Causes(CauseRows rows, Trail trail) {
        this.rows = rows;
        this.trail = trail;
    }

    /** Every cause, retired ones too, each followed by those below it; some hundred at most. */
    public List<Cause> tree(Actor actor) {
        return read(actor).all();
    }

    /** The causes that can be chosen, in the order of the tree. */
    public List<Cause> offered(Actor actor) {
        return read(actor).offered();
    }

    public Optional<Cause> find(Actor actor, CauseId id) {
        return read(actor).find(id);
    }

    CauseTree read(Actor actor) {
        actor.require(Action.READ, KIND);
        return rows.tree(actor.bureau());
    }

    /** Adds a cause below another one, or a group where {@code parent} is null, as the last. */
    @Transactional
    public CauseId add(Actor actor, @Nullable CauseId parent, String nameZh, String nameEn) {
        actor.require(Action.MANAGE, KIND);
        if (parent != null && get(actor, parent).depth() >= DEEPEST) {
            throw Problem.invalid("cause.deep", "parent", DEEPEST + 1);
        }
        try {
            CauseId id = rows.add(actor.bureau(), parent, named(nameZh, "nameZh"), named(nameEn, "nameEn"));
            record(actor, "cause.add", id);
            return id;
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("cause.stale");
        }
    }

    @Transactional
    public void rename(Actor actor, CauseId id, int version, String nameZh, String nameEn) {
        actor.require(Action.MANAGE, KIND);
        get(actor, id);
        changed(rows.rename(actor.bureau(), id, version, named(nameZh, "nameZh"), named(nameEn, "nameEn")));
        record(actor, "cause.rename", id);
    }

    /** Takes a cause out of what is offered, with all below it; what was found before stays. */
    @Transactional
    public void retire(Actor actor, CauseId id, int version) {
        setActive(actor, id, version, false, "cause.retire");
    }

    /** Offers a retired cause again. */
    @Transactional
    public void restore(Actor actor, CauseId id, int version) {
        setActive(actor, id, version, true, "cause.restore");
    }

    private void setActive(Actor actor, CauseId id, int version, boolean active, String deed) {
        actor.require(Action.MANAGE, KIND);
        get(actor, id);
        changed(rows.setActive(actor.bureau(), id, version, active));
        record(actor, deed, id);
    }

    /** Moves a cause up or down among its neighbours. */
    @Transactional
    public void move(Actor actor, CauseId id, int version, boolean up) {
        actor.require(Action.MANAGE, KIND);
        get(actor, id);
        changed(rows.move(actor.bureau(), id, version, up));
        record(actor, "cause.move", id);
    }

    private Cause get(Actor actor, CauseId id) {
        return rows.tree(actor.bureau()).find(id).orElseThrow(() -> Problem.absent("cause.absent"));
    }

    private static void changed(boolean done) {
        if (!done) {
            throw Problem.conflict("cause.stale");
        }
    }

    private static String named(String name, String field) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw Problem.invalid("cause.name", field, LONGEST_NAME);
        }
        return clean;
    }

    private void record(Actor actor, String deed, CauseId id) {
        trail.record(actor, deed, KIND, id.value(), "{}");
    }
}
