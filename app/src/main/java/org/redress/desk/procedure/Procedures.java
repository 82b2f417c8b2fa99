package org.redress.desk.procedure;

import static org.redress.desk.procedure.SegmentRows.utc;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What kinds of tickets go through. A change makes a version; a ticket keeps the one with which it started. */
@Component
public class Procedures {

    static final String KIND = "procedure";

    private final ProcedureRows rows;
    private final SegmentRows segments;
    private final Staff staff;
    private final Trail trail;
    private final Clock clock;

    Procedures(ProcedureRows rows, SegmentRows segments, Staff staff, Trail trail, Clock clock) {
        this.rows = rows;
        this.segments = segments;
        this.staff = staff;
        this.trail = trail;
        this.clock = clock;
    }

    /** Every procedure in its current version, without its stages. */
    public List<Procedure> list(Actor actor) {
        actor.require(Action.READ, KIND);
        return rows.current(actor.bureau());
    }

    /** Every procedure in its current version, with its stages. */
    public List<Procedure> listWhole(Actor actor) {
        actor.require(Action.READ, KIND);
        return rows.currentWhole(actor.bureau());
    }

    /** @param number of the version, or null for the current one */
    public Procedure get(Actor actor, ProcedureId id, @Nullable Integer number) {
        actor.require(Action.READ, KIND);
        return rows.find(actor.bureau(), id, number).orElseThrow(() -> Problem.absent("procedure.absent"));
    }

    /** Publishes the first version of a procedure. */
    @Transactional
    public ProcedureId add(Actor actor, ProcedureDraft draft) {
        actor.require(Action.MANAGE, KIND);
        ProcedureDraft checked = checked(actor, draft);
        ProcedureId id = new ProcedureId(Ids.next());
        if (!rows.add(actor.bureau(), id, checked)) {
            throw Problem.invalid("procedure.twice", "kind");
        }
        publish(actor, id, 0, checked);
        return id;
    }

    /**
     * Publishes the next version. Tickets that are on their way keep theirs.
     *
     * @param seen number of the version that was changed
     */
    @Transactional
    public int revise(Actor actor, ProcedureId id, int seen, ProcedureDraft draft) {
        actor.require(Action.MANAGE, KIND);
        get(actor, id, null);
        return publish(actor, id, seen, checked(actor, draft));
    }

    private ProcedureDraft checked(Actor actor, ProcedureDraft draft) {
        ProcedureDraft checked = draft.checked();
        checked.tasks().forEach(task -> Addressee.check(staff, actor, task));
        return checked;
    }

    private int publish(Actor actor, ProcedureId id, int seen, ProcedureDraft draft) {
        if (!rows.next(actor.bureau(), id, seen, draft.name())) {
            throw Problem.conflict("procedure.overtaken");
        }
        VersionRef ref = new VersionRef(id, seen + 1);
        rows.publish(actor, ref, draft, clock.instant());
        trail.record(actor, "procedure.publish", KIND, id.value(), "{\"version\":" + ref.number() + "}");
        return ref.number();
    }

    /** How many tickets stand at each place, whichever version they follow. */
    public Map<Integer, Long> standing(Actor actor, ProcedureId id) {
        actor.require(Action.READ, KIND);
        return rows.standing(actor.bureau(), id);
    }

    /** The tickets that stand at a place, what falls due first at the beginning. */
    public List<Segment> standing(Actor actor, ProcedureId id, int place, SegmentBoard.After after, int limit) {
        actor.require(Action.READ, KIND);
        return segments.list(
                actor.bureau(),
                "procedure = :procedure and place = :place and open and (due_at, id) > (:at, :id) order by due_at, id limit :limit",
                Map.of(
                        "procedure", id.value(),
                        "place", place,
                        "at", utc(after.dueAt()),
                        "id", after.id(),
                        "limit", limit));
    }
}
