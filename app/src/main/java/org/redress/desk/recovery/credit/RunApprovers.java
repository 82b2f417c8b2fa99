package org.redress.desk.recovery.credit;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditResult.Why;
import org.redress.desk.recovery.ledger.BudgetLeft;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Who may say the yes that a run waits for, and who is asked for it first: the nearest up the ladder who may. */
@Component
class RunApprovers {

    static final String LARGE = "credit.run.large";

    /** In which the limits of posts are set. */
    private static final CurrencyUnit LIMITS = CurrencyUnit.of("CNY");

    private static final Set<String> LEADING = Set.of(Posts.DIRECTOR, Posts.GENERAL_MANAGER);

    private final ShareRows shares;
    private final Compensations ledger;
    private final Actors actors;
    private final Superiors superiors;
    private final Rulebook rulebook;
    private final Clock clock;

    RunApprovers(
            ShareRows shares,
            Compensations ledger,
            Actors actors,
            Superiors superiors,
            Rulebook rulebook,
            Clock clock) {
        this.shares = shares;
        this.ledger = ledger;
        this.actors = actors;
        this.superiors = superiors;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Why this person may not approve a run, as the first or the second, or null. */
    @Nullable
    Why against(Actor actor, CreditRun run) {
        StaffId first = run.people().first();
        if (actor.staff().equals(run.people().proposer()) || actor.staff().equals(first)) {
            return Why.SAME_PERSON;
        }
        if (shares.own(actor.bureau(), run.id(), actor.staff())) {
            return Why.OWN_ACCOUNT;
        }
        return first == null || !large(actor, run) || leads(actor) || leads(actors.of(actor.bureau(), first))
                ? null
                : Why.ABOVE;
    }

    private static boolean leads(Actor actor) {
        return LEADING.contains(actor.post());
    }

    private boolean large(Actor actor, CreditRun run) {
        return !run.sums().total().getCurrencyUnit().equals(LIMITS)
                || run.sums()
                                .total()
                                .getAmount()
                                .compareTo(rulebook.get(actor.bureau(), LARGE, ledger.today(actor))
                                        .amount())
                        > 0;
    }

    /** Why this person may not let a run go over its budget, or null. */
    @Nullable
    Why againstOver(Actor actor, CreditRun run) {
        StaffId me = actor.staff();
        if (party(run, me)) {
            return Why.NOT_HOLDER;
        }
        StaffId holder = holder(actor, run).orElse(null);
        boolean barred = holder == null || barred(actor, run, holder);
        boolean may = me.equals(holder)
                || barred
                        && (actor.may(Action.MANAGE, Compensations.KIND)
                                || actor.post().equals(Posts.DIRECTOR));
        if (!may) {
            return Why.NOT_HOLDER;
        }
        return shares.own(actor.bureau(), run.id(), me) ? Why.OWN_ACCOUNT : null;
    }

    private static boolean party(CreditRun run, StaffId person) {
        return person.equals(run.people().proposer())
                || person.equals(run.people().first())
                || person.equals(run.people().second());
    }

    /** Where the holder may not decide, somebody who sets budgets or leads a department does. */
    private boolean barred(Actor actor, CreditRun run, StaffId holder) {
        return party(run, holder)
                || shares.own(actor.bureau(), run.id(), holder)
                || !actors.of(actor.bureau(), holder).may(Action.ASSIGN, Compensations.KIND);
    }

    /** Who answers for the budget of today, or stands in. */
    private Optional<StaffId> holder(Actor actor, CreditRun run) {
        return budget(actor, run).map(left -> superiors.present(actor.bureau(), left.holder(), clock.instant()));
    }

    /** The budget that pays for it today. */
    Optional<BudgetLeft> budget(Actor actor, CreditRun run) {
        return ledger.left(actor, run.unit(), ledger.today(actor));
    }

    /** Whom to ask; null where nobody is found. */
    @Nullable
    StaffId first(Actor product, CreditRun run) {
        boolean over = run.state() == CreditRunState.SHORT;
        Stream<StaffId> holder = over ? holder(product, run).stream() : Stream.empty();
        Stream<StaffId> above = superiors.leaders(product.bureau(), run.unit(), clock.instant());
        return Stream.concat(holder, above)
                .map(person -> actors.of(product.bureau(), person))
                .filter(person -> person.may(Action.ASSIGN, Compensations.KIND))
                .filter(person -> (over ? againstOver(person, run) : against(person, run)) == null)
                .map(Actor::staff)
                .findFirst()
                .orElse(null);
    }
}
