package org.redress.improve.quality.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.notification.About;
import org.redress.ground.notification.Notice;
import org.redress.ground.notification.Notices;
import org.redress.ground.trail.Trail;
import org.redress.improve.quality.review.ReviewResult.Done;
import org.redress.improve.quality.review.ReviewResult.Reason;
import org.redress.improve.quality.review.ReviewResult.Refused;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What meetings have decided: told to the owner, timed, and asked about at the next meeting. */
@Component
public class Decisions {

    private static final UUID NONE = new UUID(0, 0);
    private static final UUID TOP = new UUID(-1, -1);

    private final DecisionRows rows;
    private final ReviewRows reviews;
    private final DecisionClock clocks;
    private final Notices notices;
    private final Staff staff;
    private final Bureaus bureaus;
    private final Trail trail;
    private final Clock clock;

    Decisions(
            DecisionRows rows,
            ReviewRows reviews,
            DecisionClock clocks,
            Notices notices,
            Staff staff,
            Bureaus bureaus,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.clocks = clocks;
        this.notices = notices;
        this.staff = staff;
        this.bureaus = bureaus;
        this.trail = trail;
        this.clock = clock;
    }

    /** A held meeting decides something; its owner is told and has until the end of the day on which it is due. */
    @Transactional
    public ReviewResult make(Actor actor, ReviewId id, NewDecision wish) {
        Reviews.require(actor, Action.WRITE);
        String what = Typed.required(wish.what(), "what");
        Review review = reviews.find(actor.bureau(), id).orElseThrow(() -> Problem.absent("review.absent"));
        if (review.state() != ReviewState.HELD) {
            return new Refused(Reason.NOT_HELD);
        }
        Instant now = clock.instant();
        if (wish.dueOn().isBefore(LocalDate.ofInstant(now, actor.zone()))
                || wish.dueOn().isAfter(LocalDate.ofInstant(now, actor.zone()).plusYears(2))) {
            throw Problem.invalid("review.due", "due");
        }
        if (staff.find(actor, wish.owner()).filter(StaffMember::active).isEmpty()) {
            throw Problem.invalid("review.owner", "owner");
        }
        Decision made = rows.insert(
                actor.bureau(),
                new Decision(
                        new DecisionId(Ids.next()),
                        0,
                        id,
                        what,
                        wish.owner(),
                        wish.dueOn(),
                        Decision.State.OPEN,
                        "",
                        actor.staff(),
                        now,
                        null,
                        1));
        Actor product = bureaus.command(bureaus.get(actor.bureau()));
        clocks.start(product, made, now);
        tell(product, made);
        trail.record(actor, "decision.make", Reviews.KIND, made.id().value(), "{}");
        return new Done();
    }

    private void tell(Actor product, Decision made) {
        notices.ring(
                product,
                made.owner(),
                new Notice(
                        "task.assigned",
                        new About(
                                Reviews.KIND,
                                made.id().value(),
                                made.spoken(),
                                "/reviews/decisions/" + made.id().value()),
                        "decided",
                        words -> Map.of(
                                "number",
                                made.spoken(),
                                "subject",
                                words.text("review.title"),
                                "task",
                                made.what(),
                                "due",
                                words.date(made.dueOn()))));
    }

    /** The owner says what came of it; so may whoever leads the meetings. */
    @Transactional
    public ReviewResult report(Actor actor, DecisionId id, int version, String outcome) {
        Decision decision = get(actor, id);
        Scope scope = actor.require(Action.WRITE, Reviews.KIND);
        if (scope != Scope.BUREAU && !decision.owner().equals(actor.staff())) {
            throw Problem.forbidden("access.denied");
        }
        return end(actor, decision, version, Decision.State.DONE, outcome);
    }

    /** Whoever leads the meetings drops it, with a reason. */
    @Transactional
    public ReviewResult drop(Actor actor, DecisionId id, int version, String why) {
        Decision decision = get(actor, id);
        Reviews.require(actor, Action.WRITE);
        return end(actor, decision, version, Decision.State.DROPPED, why);
    }

    private ReviewResult end(Actor actor, Decision decision, int version, Decision.State state, String words) {
        String outcome = Typed.required(words, "outcome");
        if (decision.state() != Decision.State.OPEN) {
            return new Refused(Reason.ENDED);
        }
        Instant now = clock.instant();
        if (!rows.end(actor.bureau(), decision.id(), version, state, outcome, actor.staff(), now)) {
            return new Refused(Reason.MOVED);
        }
        clocks.stop(bureaus.command(bureaus.get(actor.bureau())), decision.id(), state == Decision.State.DONE, now);
        trail.record(
                actor,
                "decision." + state.name().toLowerCase(Locale.ROOT),
                Reviews.KIND,
                decision.id().value(),
                "{}");
        return new Done();
    }

    /** One that this person may see: their own, or any for who reads the packs; absent (404) else. */
    public Decision get(Actor actor, DecisionId id) {
        Scope scope = actor.require(Action.READ, Reviews.KIND);
        return rows.find(actor.bureau(), id)
                .filter(one -> scope == Scope.BUREAU || one.owner().equals(actor.staff()))
                .orElseThrow(() -> Problem.absent("decision.absent"));
    }

    /** Those that are open, by when they are due, after the last one seen; their own for who does not read the packs. */
    public List<Decision> open(Actor actor, boolean mine, @Nullable LocalDate due, @Nullable UUID id, int limit) {
        Map<String, Object> params = params(actor, limit);
        params.put("due", due == null || id == null ? LocalDate.of(1, 1, 1) : due);
        params.put("id", id == null ? NONE : id);
        return rows.list(
                actor.bureau(),
                own(actor, mine) + "state = 'OPEN' and (due_on, id) > (:due, :id) order by due_on, id limit :limit",
                params);
    }

    /** Those that have ended, the latest first, after the last one seen. */
    public List<Decision> ended(Actor actor, boolean mine, @Nullable Instant at, @Nullable UUID id, int limit) {
        Map<String, Object> params = params(actor, limit);
        params.put("at", Moments.at(at == null || id == null ? Instant.parse("9999-01-01T00:00:00Z") : at));
        params.put("id", id == null ? TOP : id);
        return rows.list(
                actor.bureau(),
                own(actor, mine)
                        + "state <> 'OPEN' and (ended_at, id) < (:at, :id) order by ended_at desc, id desc limit :limit",
                params);
    }

    private static String own(Actor actor, boolean mine) {
        return mine || actor.require(Action.READ, Reviews.KIND) != Scope.BUREAU ? "owner = :me and " : "";
    }

    private static Map<String, Object> params(Actor actor, int limit) {
        actor.require(Action.READ, Reviews.KIND);
        Map<String, Object> params = new HashMap<>();
        params.put("me", actor.staff().value());
        params.put("limit", limit);
        return params;
    }
}
