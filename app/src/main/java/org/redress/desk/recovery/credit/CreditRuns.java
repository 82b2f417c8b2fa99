package org.redress.desk.recovery.credit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditResult.Done;
import org.redress.desk.recovery.credit.CreditResult.Refused;
import org.redress.desk.recovery.credit.CreditResult.Why;
import org.redress.desk.recovery.ledger.BudgetLeft;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.Jobs;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs of credits: a service problem that is over brings each customer whom it hit the rent of its time, and something on top.
 * The product reckons one run for each problem; two people who are asked for it approve it, neither of them who proposed it,
 * and of a large one somebody who leads a department or the house; then it is entered as a whole, within the budget of that moment, posted once and told to the customers. It can be taken back as a whole. All of
 * the work is done by a job that goes on where it was ended.
 */
@Component
public class CreditRuns {

    /** What letters and the trail are about. */
    static final String SUBJECT = "credit";

    static final String SHORTEST = "credit.run.from";
    static final String EXTRA = "credit.run.extra";

    private static final int LONGEST_WHY = 500;

    private final CreditRows rows;
    private final RunApprovers approvers;
    private final CreditAsking asking;
    private final ServiceProblems problems;
    private final Compensations ledger;
    private final Rulebook rulebook;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;

    CreditRuns(
            CreditRows rows,
            RunApprovers approvers,
            CreditAsking asking,
            ServiceProblems problems,
            Compensations ledger,
            Rulebook rulebook,
            Jobs jobs,
            Outbox outbox,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.approvers = approvers;
        this.asking = asking;
        this.problems = problems;
        this.ledger = ledger;
        this.rulebook = rulebook;
        this.jobs = jobs;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    static String path(CreditRunId id) {
        return "/credits/" + id.value();
    }

    public boolean mayPropose(Actor actor) {
        return actor.may(Action.WRITE, Compensations.KIND) && actor.may(Action.ASSIGN, Compensations.KIND);
    }

    public boolean mayApprove(Actor actor) {
        return actor.may(Action.ASSIGN, Compensations.KIND);
    }

    boolean longEnough(Actor actor, ServiceProblem problem) {
        LocalDate day = LocalDate.ofInstant(problem.from(), actor.zone());
        return problem.length().compareTo(CreditFormula.time(rulebook.limit(actor.bureau(), SHORTEST, day))) >= 0;
    }

    /** Proposes the run of a problem; where there is one already, it is that one. */
    @Transactional
    public CreditResult propose(Actor actor, UUID problem) {
        actor.require(Action.WRITE, Compensations.KIND);
        actor.require(Action.ASSIGN, Compensations.KIND);
        ServiceProblem found = problems.find(actor, problem).orElseThrow(() -> Problem.absent("credit.problem.absent"));
        if (found.until() == null) {
            return new Refused(Why.LASTS);
        }
        if (!longEnough(actor, found)) {
            return new Refused(Why.TOO_SHORT);
        }
        CreditRun run = fresh(actor, found);
        if (rows.insert(actor.bureau(), run)) {
            step(actor, run.id(), CreditStep.What.PROPOSE, "");
            CreditWork.ask(jobs, actor.bureau(), run);
            return new Done(run);
        }
        return new Done(rows.ofProblem(actor.bureau(), problem).orElseThrow());
    }

    private CreditRun fresh(Actor actor, ServiceProblem problem) {
        Money none = Money.zero(ledger.currency(actor));
        BigDecimal percent = rulebook.get(actor.bureau(), EXTRA, LocalDate.ofInstant(problem.from(), actor.zone()))
                .amount();
        return new CreditRun(
                new CreditRunId(Ids.next()),
                problem,
                problem.unit() == null ? actor.unit() : problem.unit(),
                percent,
                CreditRunState.BUILDING,
                new CreditRun.Sums(0, 0, none, none, none, null),
                new CreditRun.People(actor.staff(), now(), null, null, null, null),
                null,
                new CreditRun.Work(0, 0),
                1);
    }

    /**
     * Approves it, first or second. The second approval sets the product to work.
     *
     * @param version that the approver has seen
     */
    @Transactional
    public CreditResult approve(Actor actor, CreditRunId id, int version) {
        actor.require(Action.ASSIGN, Compensations.KIND);
        CreditRun run = hold(actor, id);
        StaffId me = actor.staff();
        boolean first = run.state() == CreditRunState.PROPOSED;
        if (!first && run.state() != CreditRunState.APPROVED) {
            return new Refused(run.version() == version ? Why.STATE : Why.MOVED);
        }
        Why against = approvers.against(actor, run);
        if (against != null) {
            return new Refused(against);
        }
        if (!run.sums().total().isPositive()) {
            return new Refused(Why.NOTHING);
        }
        if (run.version() != version) {
            return new Refused(Why.MOVED);
        }
        return first
                ? moved(actor, run, CreditRunState.APPROVED, CreditStep.What.APPROVE, "", ", first_by = ?", me.value())
                : moved(actor, run, CreditRunState.POSTING, CreditStep.What.SECOND, "", ", second_by = ?", me.value());
    }

    /** Tries again to enter what a budget did not reach for. */
    @Transactional
    public CreditResult again(Actor actor, CreditRunId id, int version) {
        actor.require(Action.ASSIGN, Compensations.KIND);
        CreditRun run = hold(actor, id);
        return run.state() != CreditRunState.SHORT || run.version() != version
                ? new Refused(run.version() == version ? Why.STATE : Why.MOVED)
                : moved(actor, run, CreditRunState.POSTING, CreditStep.What.AGAIN, "", "");
    }

    /**
     * Whoever answers for the budget, and neither proposed nor approved the run, lets it go over by what it lacks. That holds
     * for this budget and this sum.
     */
    @Transactional
    public CreditResult allow(Actor actor, CreditRunId id, int version) {
        actor.require(Action.ASSIGN, Compensations.KIND);
        CreditRun run = hold(actor, id);
        if (run.state() != CreditRunState.SHORT || run.version() != version) {
            return new Refused(run.version() == version ? Why.STATE : Why.MOVED);
        }
        Why against = approvers.againstOver(actor, run);
        if (against != null) {
            return new Refused(against);
        }
        BudgetLeft budget = approvers.budget(actor, run).orElse(null);
        if (budget == null) {
            return new Refused(Why.NO_BUDGET);
        }
        return moved(
                actor,
                run,
                CreditRunState.POSTING,
                CreditStep.What.ALLOW,
                "",
                ", holder = ?, agreed_budget = ?, agreed_over = ?",
                actor.staff().value(),
                budget.budget(),
                Objects.requireNonNull(run.sums().lacking()).getAmount());
    }

    /** Gives it up before anything was entered; another one may be proposed then. */
    @Transactional
    public CreditResult withdraw(Actor actor, CreditRunId id, int version, String why) {
        return end(actor, id, version, why, run -> run.state().waiting(), CreditRunState.WITHDRAWN, "");
    }

    /** Takes back the whole of it. */
    @Transactional
    public CreditResult reverse(Actor actor, CreditRunId id, int version, String why) {
        String again = ", posted = 0, told = 0";
        return end(
                actor, id, version, why, run -> run.state() == CreditRunState.POSTED, CreditRunState.REVERSING, again);
    }

    private CreditResult end(
            Actor actor,
            CreditRunId id,
            int version,
            String why,
            Predicate<CreditRun> from,
            CreditRunState to,
            String set) {
        actor.require(Action.ASSIGN, Compensations.KIND);
        String said = why.strip();
        if (said.isEmpty()) {
            throw Problem.invalid("credit.why", "why");
        }
        if (said.length() > LONGEST_WHY) {
            throw Problem.invalid("ledger.why.long", "why", LONGEST_WHY);
        }
        CreditRun run = hold(actor, id);
        if (run.version() != version || !from.test(run)) {
            return new Refused(run.version() == version ? Why.STATE : Why.MOVED);
        }
        CreditStep.What what = to == CreditRunState.WITHDRAWN ? CreditStep.What.WITHDRAW : CreditStep.What.REVERSE;
        CreditResult result = moved(actor, run, to, what, said, set);
        if (to == CreditRunState.REVERSING && result instanceof Done) {
            outbox.add(actor.bureau().value(), CreditRunMoved.TOPIC, new CreditRunMoved(id.value(), to, now()).json());
        }
        return result;
    }

    private CreditResult moved(
            Actor actor,
            CreditRun run,
            CreditRunState to,
            CreditStep.What what,
            String words,
            String set,
            @Nullable Object... values) {
        if (!rows.move(actor.bureau(), run, to, set, values)) {
            return new Refused(Why.MOVED);
        }
        step(actor, run.id(), what, words);
        CreditRun after = rows.find(actor.bureau(), run.id()).orElseThrow();
        asking.moved(actor, run.state(), after);
        if (to.moving()) {
            CreditWork.ask(jobs, actor.bureau(), after);
        }
        return new Done(rows.find(actor.bureau(), run.id()).orElseThrow());
    }

    private CreditRun hold(Actor actor, CreditRunId id) {
        return rows.hold(actor.bureau(), id).orElseThrow(() -> Problem.absent("credit.absent"));
    }

    private void step(Actor actor, CreditRunId id, CreditStep.What what, String words) {
        rows.step(actor.bureau(), id, new CreditStep(what, actor.staff(), now(), words));
        trail.record(actor, "credit." + what.name().toLowerCase(Locale.ROOT), SUBJECT, id.value(), "{}");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
