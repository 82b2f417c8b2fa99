package org.redress.desk.recovery.authority;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.authority.ApprovalResult.Next;
import org.redress.desk.recovery.authority.ApprovalResult.NotDone;
import org.redress.desk.recovery.authority.ApprovalResult.Promised;
import org.redress.desk.recovery.authority.ApprovalResult.TurnedDown;
import org.redress.desk.recovery.authority.ApprovalResult.Why;
import org.redress.desk.recovery.authority.ApprovalStep.Decision;
import org.redress.desk.recovery.authority.ApprovalStep.Verdict;
import org.redress.desk.recovery.duplicate.EarlierCases;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Moved;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.StaffId;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that is given by choice. Within the limits of whoever gives it and the budget, it is promised at once; above them it
 * waits for those who may say yes, one after the other: never the giver, never the same person twice, never for an account
 * of their own or their family. All of it is decided while the book is held, so what a limit or a budget allows is exact.
 */
@Component
public class Approvals {

    private final Compensations ledger;
    private final ApprovalRows rows;
    private final Approvers approvers;
    private final ApprovalClock clocks;
    private final ApprovalNotices notices;
    private final Trail trail;
    private final Clock clock;

    Approvals(
            Compensations ledger,
            ApprovalRows rows,
            Approvers approvers,
            ApprovalClock clocks,
            ApprovalNotices notices,
            Trail trail,
            Clock clock) {
        this.ledger = ledger;
        this.rows = rows;
        this.approvers = approvers;
        this.clocks = clocks;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Gives, or asks for the right to. Once for the proposal's key.
     *
     * @return promised, or pending where somebody has to say yes
     * @throws Problem {@code approval.nobody} where no post may give so much, and what {@link Compensations#propose} throws
     */
    @Transactional
    public Compensation give(Actor giver, Proposal proposal) {
        Compensation one = ledger.propose(giver, proposal);
        if (one.account() != Account.PENDING
                || !rows.of(giver.bureau(), List.of(one.id())).isEmpty()) {
            return one;
        }
        if (!approvers.anybody(giver, one)) {
            throw Problem.invalid("approval.nobody", "sum");
        }
        advance(giver, one, List.of());
        return ledger.get(giver, one.id());
    }

    /** Opens the step that is needed next, or promises where none is. */
    private ApprovalResult advance(Actor actor, Compensation one, List<ApprovalStep> steps) {
        Set<Need> said = EnumSet.noneOf(Need.class);
        steps.stream().filter(ApprovalStep::yes).map(ApprovalStep::need).forEach(said::add);
        boolean own = steps.isEmpty() && approvers.own(actor, one);
        Need need = NextNeedPolicy.next(
                new NextNeedPolicy.Facts(said, own, approvers.large(actor, one), approvers.withinBudget(actor, one)));
        if (need == null) {
            return promise(actor, one);
        }
        ApprovalStep step = new ApprovalStep(
                one.id(),
                steps.size() + 1,
                need,
                one.giver(),
                need == Need.OWN ? actor.staff() : approvers.first(actor, one, need, steps),
                now(),
                null);
        if (need == Need.OWN) {
            rows.own(actor.bureau(), step, ledger.today(actor));
            return advance(actor, one, steps(actor, one.id()));
        }
        rows.open(actor.bureau(), step);
        clocks.start(actor, one.id());
        notices.asked(actor, one, step);
        return new Next(need);
    }

    private ApprovalResult promise(Actor actor, Compensation one) {
        return switch (ledger.approve(actor, one.id())) {
            case Moved.Done(Compensation promised, boolean again) -> new Promised(promised);
            case Moved.Refused(Moved.Why why) -> throw new IllegalStateException("approved and not promised: " + why);
        };
    }

    /**
     * Says yes or no to the step that waits.
     *
     * @param step that this person has seen; another one that waits meanwhile means that somebody was faster
     * @param why needed for a no
     * @throws Problem {@code approval.why.missing} for a no without a reason
     */
    @Transactional
    public ApprovalResult decide(Actor actor, CompensationId id, int step, boolean yes, String why) {
        actor.require(Action.ASSIGN, Compensations.KIND);
        String said = why.strip();
        if (!yes && said.isEmpty()) {
            throw Problem.invalid("approval.why.missing", "why");
        }
        ledger.hold(actor);
        Compensation one = ledger.get(actor, id);
        List<ApprovalStep> steps = steps(actor, id);
        ApprovalStep open = steps.stream()
                .filter(waiting -> waiting.decision() == null)
                .findFirst()
                .orElse(null);
        if (open == null || open.step() != step) {
            return over(one, steps);
        }
        Why against = approvers.against(actor, one, open.need(), steps);
        if (against != null) {
            return NotDone.because(against);
        }
        if (yes && approvers.twice(actor, one)) {
            return NotDone.because(Why.SAME);
        }
        Verdict verdict = yes ? Verdict.YES : Verdict.NO;
        if (!rows.decide(
                actor.bureau(), open, new Decision(verdict, actor.staff(), now(), said), ledger.today(actor))) {
            return over(one, steps(actor, id));
        }
        clocks.stop(actor, id);
        trail.record(actor, yes ? "approval.yes" : "approval.no", Compensations.KIND, id.value(), "{}");
        if (yes) {
            return advance(actor, one, steps(actor, id));
        }
        ledger.refuse(actor, id, said);
        return new TurnedDown(ledger.get(actor, id));
    }

    private static NotDone over(Compensation one, List<ApprovalStep> steps) {
        Decision last = steps.stream()
                .map(ApprovalStep::decision)
                .filter(java.util.Objects::nonNull)
                .reduce((first, second) -> second)
                .orElse(null);
        Why why = switch (one.account()) {
            case REVERSED -> Why.REVERSED;
            case REFUSED -> Why.REFUSED;
            default -> Why.DECIDED;
        };
        return last == null ? NotDone.because(why) : new NotDone(why, last.by(), last.at());
    }

    /** Takes a proposal back that nobody has approved yet; whoever may write may, as with everything else on its ticket. */
    @Transactional
    public Moved withdraw(Actor actor, CompensationId id, String why) {
        actor.require(Action.WRITE, Compensations.KIND);
        ledger.hold(actor);
        steps(actor, id).stream().filter(step -> step.decision() == null).forEach(step -> {
            rows.decide(
                    actor.bureau(),
                    step,
                    new Decision(Verdict.WITHDRAWN, null, now(), why.strip()),
                    ledger.today(actor));
            clocks.cancel(actor, id);
        });
        return ledger.refuse(actor, id, why);
    }

    /** The steps of compensations, in order; one query. */
    public List<ApprovalStep> of(Actor actor, Collection<CompensationId> ids) {
        actor.require(Action.READ, Compensations.KIND);
        return ids.isEmpty() ? List.of() : rows.of(actor.bureau(), ids);
    }

    /** What waits, the longest waiting first, after the last one seen; for whoever sees only their own, what they proposed. */
    public List<ApprovalStep> waiting(Actor actor, @Nullable Instant after, @Nullable CompensationId id, int limit) {
        StaffId giver = actor.require(Action.READ, Compensations.KIND) == Scope.BUREAU ? null : actor.staff();
        return rows.waiting(
                actor.bureau(),
                giver,
                after == null ? Instant.EPOCH : after,
                id == null ? new UUID(0, 0) : id.value(),
                limit);
    }

    /**
     * Why this person may not decide what waits of some compensations; those that they may, and of which nothing waits, are not in
     * the answer. As many queries for many as for one.
     *
     * @param steps of each, in order
     */
    public Map<CompensationId, Why> against(
            Actor actor, Collection<Compensation> all, Map<CompensationId, List<ApprovalStep>> steps) {
        return approvers.against(actor, all, steps);
    }

    /** What the customer has had before for what may be the same failure, for whoever decides. */
    public EarlierCases earlier(Actor actor, Compensation one) {
        actor.require(Action.READ, Compensations.KIND);
        return approvers.earlier(actor, one);
    }

    /** How many wait that somebody else proposed; counted to {@code most}. */
    public int waitingForOthers(Actor actor, int most) {
        return actor.may(Action.ASSIGN, Compensations.KIND) ? rows.count(actor.bureau(), actor.staff(), most) : 0;
    }

    private List<ApprovalStep> steps(Actor actor, CompensationId id) {
        return rows.of(actor.bureau(), List.of(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
