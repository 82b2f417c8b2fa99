package org.redress.desk.recovery.authority;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.duplicate.DuplicateGuard;
import org.redress.desk.recovery.duplicate.EarlierCases;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.springframework.stereotype.Component;

/** Who may say a yes, and who is asked for it first: the nearest up the ladder who may. */
@Component
class Approvers {

    private final AuthorityLimits limits;
    private final CaseFacts.Asked facts;
    private final DuplicateGuard guard;
    private final Compensations ledger;
    private final Actors actors;
    private final Superiors superiors;
    private final Clock clock;

    Approvers(
            AuthorityLimits limits,
            CaseFacts.Asked facts,
            DuplicateGuard guard,
            Compensations ledger,
            Actors actors,
            Superiors superiors,
            Clock clock) {
        this.limits = limits;
        this.facts = facts;
        this.guard = guard;
        this.ledger = ledger;
        this.actors = actors;
        this.superiors = superiors;
        this.clock = clock;
    }

    /**
     * Whether somebody's own limits cover what they give, it is not for an account of theirs, and nothing was given on a
     * ticket that was taken out of the case, or on one of the same type that was open at the same time: whether that is
     * another case is not theirs alone to say. For whom it is has to be known: without that neither the customer's limit nor
     * whose account it is can be told.
     */
    boolean own(Actor giver, Compensation one) {
        CaseFacts known = known(giver, one);
        return AuthorityLimits.countsIn(one.sum().getCurrencyUnit())
                && one.customer() != null
                && !known.related(giver.staff(), one)
                && !known.besides(one).doubtful()
                && covers(giver, one, known);
    }

    private CaseFacts known(Actor actor, Compensation one) {
        return facts.of(actor, List.of(one));
    }

    /** Whether the same failure is compensated already, so that nobody can promise more. */
    boolean twice(Actor actor, Compensation one) {
        return guard.twice(actor.bureau(), one);
    }

    /** What the customer has had before for what may be the same failure. */
    EarlierCases earlier(Actor actor, Compensation one) {
        return guard.before(actor, one);
    }

    /** Whether two people have to approve it; where the rulebook has no limits, everything is. */
    boolean large(Actor actor, Compensation one) {
        return !AuthorityLimits.countsIn(one.sum().getCurrencyUnit())
                || known(actor, one).besides(one).sum().plus(one.sum()).isGreaterThan(limits.second(actor, one.day()));
    }

    /** Whether the budget that pays for it reaches, or there is none. */
    boolean withinBudget(Actor actor, Compensation one) {
        return one.budget() == null
                || ledger.left(actor, one.budget()).orElseThrow().reaches(one.sum());
    }

    /** Why this person may not say this yes, or null. */
    ApprovalResult.@Nullable Why against(Actor actor, Compensation one, Need need, List<ApprovalStep> steps) {
        return against(actor, one, need, steps, known(actor, one));
    }

    /** Why this person may not decide what waits of some compensations; those that they may are not in the answer. */
    Map<CompensationId, ApprovalResult.Why> against(
            Actor actor, Collection<Compensation> all, Map<CompensationId, List<ApprovalStep>> steps) {
        CaseFacts known = facts.of(actor, all);
        Map<CompensationId, ApprovalResult.Why> against = new HashMap<>();
        for (Compensation one : all) {
            List<ApprovalStep> own = steps.getOrDefault(one.id(), List.of());
            own.stream()
                    .filter(step -> step.decision() == null)
                    .findFirst()
                    .map(step -> against(actor, one, step.need(), own, known))
                    .ifPresent(why -> against.put(one.id(), why));
        }
        return against;
    }

    private ApprovalResult.@Nullable Why against(
            Actor actor, Compensation one, Need need, List<ApprovalStep> steps, CaseFacts known) {
        if (actor.staff().equals(one.giver())) {
            return ApprovalResult.Why.GIVER;
        }
        if (!actor.may(Action.ASSIGN, Compensations.KIND)) {
            return ApprovalResult.Why.LIMIT;
        }
        if (said(steps, actor.staff())) {
            return ApprovalResult.Why.TWICE;
        }
        if (known.related(actor.staff(), one)) {
            return ApprovalResult.Why.KIN;
        }
        return switch (need) {
            case OWN -> ApprovalResult.Why.GIVER;
            case REVIEW -> null;
            case AUTHORITY -> covers(actor, one, known) ? null : ApprovalResult.Why.LIMIT;
            case BUDGET -> holds(actor, one, steps, known) ? null : ApprovalResult.Why.HOLDER;
        };
    }

    private static boolean said(List<ApprovalStep> steps, StaffId person) {
        return steps.stream()
                .map(ApprovalStep::decision)
                .filter(Objects::nonNull)
                .anyMatch(decision -> person.equals(decision.by()));
    }

    private boolean covers(Actor actor, Compensation one, CaseFacts known) {
        CurrencyUnit currency = one.sum().getCurrencyUnit();
        if (!AuthorityLimits.countsIn(currency)) {
            return true;
        }
        return limits.of(actor.bureau(), actor.post(), ledger.today(actor))
                .filter(post -> post.cover(
                        one.sum(), known.besides(one).sum(), known.inYear(one), known.today(actor.staff(), currency)))
                .isPresent();
    }

    /** The holder or whoever stands in; where they may not decide, somebody who sets budgets or leads a department. */
    private boolean holds(Actor actor, Compensation one, List<ApprovalStep> steps, CaseFacts known) {
        StaffId holder = known.holder(one).orElse(null);
        if (actor.staff().equals(holder)) {
            return true;
        }
        boolean barred = holder == null
                || !known.decides(holder)
                || holder.equals(one.giver())
                || said(steps, holder)
                || known.related(holder, one);
        return barred
                && (actor.may(Action.MANAGE, Compensations.KIND) || actor.post().equals(Posts.DIRECTOR));
    }

    /** Whether anybody's post could cover it at all. */
    boolean anybody(Actor actor, Compensation one) {
        CurrencyUnit currency = one.sum().getCurrencyUnit();
        if (!AuthorityLimits.countsIn(currency)) {
            return true;
        }
        CaseFacts known = known(actor, one);
        Money inYear = known.inYear(one);
        Money besides = known.besides(one).sum();
        return AuthorityLimits.POSTS.stream()
                .flatMap(post -> limits.of(actor.bureau(), post, one.day()).stream())
                .anyMatch(post -> post.couldCover(one.sum(), besides, inYear));
    }

    /** Whom to ask first; null where nobody is found. */
    @Nullable
    StaffId first(Actor actor, Compensation one, Need need, List<ApprovalStep> steps) {
        CaseFacts known = known(actor, one);
        Predicate<StaffId> may = person -> against(actors.of(actor.bureau(), person), one, need, steps, known) == null;
        Stream<StaffId> holder = need == Need.BUDGET ? known.holder(one).stream() : Stream.empty();
        Stream<StaffId> above = superiors.leaders(actor.bureau(), one.unit(), clock.instant());
        return Stream.concat(holder, above).filter(may).findFirst().orElse(null);
    }
}
