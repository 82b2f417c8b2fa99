package org.redress.desk.recovery.credit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.ledger.CompensationBatches;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.CompensationRuns;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Proposal;
import org.redress.desk.recovery.ledger.Run;
import org.redress.desk.recovery.ledger.RunResult;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a run that two people have approved into the ledger: all of it in one transaction or nothing, then posted in batches
 * that each say how far they have come.
 */
@Component
class CreditPosting {

    static final int BATCH = 500;

    /** Who let it go over a budget before is asked again. */
    private static final String LACKS = ", short = ?, holder = null, agreed_budget = null, agreed_over = null";

    private final CreditRows runs;
    private final CreditLineRows lines;
    private final ShareRows shares;
    private final CreditGuard guard;
    private final CreditBuilding building;
    private final Compensations ledger;
    private final CompensationRuns promises;
    private final CompensationBatches batches;
    private final CreditNotices notices;
    private final CreditAsking asking;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CreditPosting(
            CreditRows runs,
            CreditLineRows lines,
            ShareRows shares,
            CreditGuard guard,
            CreditBuilding building,
            Compensations ledger,
            CompensationRuns promises,
            CompensationBatches batches,
            CreditNotices notices,
            CreditAsking asking,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.lines = lines;
        this.shares = shares;
        this.guard = guard;
        this.building = building;
        this.ledger = ledger;
        this.promises = promises;
        this.batches = batches;
        this.notices = notices;
        this.asking = asking;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Enters all of it, or nothing where a budget does not reach. */
    void enter(Actor product, CreditRunId id) {
        RunResult.OverBudget over = transaction.execute(status -> {
            RunResult.OverBudget lacking = enterNow(product, id);
            if (lacking != null) {
                status.setRollbackOnly();
            }
            return lacking;
        });
        if (over != null) {
            transaction.executeWithoutResult(status -> lacks(product, id, over));
        }
    }

    private RunResult.@Nullable OverBudget enterNow(Actor product, CreditRunId id) {
        CreditRun run = runs.hold(product.bureau(), id).orElseThrow();
        if (run.state() != CreditRunState.POSTING || run.promisedAt() != null) {
            return null;
        }
        ledger.hold(product);
        List<Proposal> owed = leaveOut(product, run).stream()
                .filter(line -> line.statutory() && line.why() == null)
                .map(line -> owed(run, line))
                .toList();
        List<Proposal> choice = choice(product, run);
        if (!owed.isEmpty()) {
            promises.promiseOwed(product, owed);
        }
        if (!choice.isEmpty() && promise(product, run, choice) instanceof RunResult.OverBudget over) {
            return over;
        }
        runs.move(
                product.bureau(),
                run,
                CreditRunState.POSTING,
                ", promised_at = ?, short = null",
                Moments.at(clock.instant()));
        step(product, id, CreditStep.What.ENTERED);
        return null;
    }

    private RunResult promise(Actor product, CreditRun run, List<Proposal> choice) {
        RunResult result = promises.promise(
                product,
                new Run(
                        run.id().value(),
                        Objects.requireNonNull(run.people().first()),
                        Objects.requireNonNull(run.people().second()),
                        run.people().consent(),
                        choice));
        if (result instanceof RunResult.Twice(List<CustomerId> customers)) {
            throw new IllegalStateException(customers.size() + " customers would be compensated twice in " + run.id());
        }
        return result;
    }

    private static Proposal owed(CreditRun run, CreditLine line) {
        UUID failure = CreditIdentity.rent(run.problem().id(), line.line());
        return proposal(
                run,
                line.compensation(),
                "line." + line.line(),
                line.customer(),
                RemedyKind.RENT_WAIVER,
                failure,
                line.sum());
    }

    private List<Proposal> choice(Actor product, CreditRun run) {
        List<Proposal> choice = new ArrayList<>();
        for (ShareRows.Entered one : all(product, run)) {
            CreditShare share = one.share();
            Money sum = share.rent().plus(share.extra());
            if (sum.isPositive()) {
                choice.add(proposal(
                        run,
                        one.compensation(),
                        "customer." + share.customer().value(),
                        share.customer(),
                        RemedyKind.BILL_CREDIT,
                        CreditIdentity.choice(run.problem().id()),
                        sum));
            }
        }
        return choice;
    }

    private static Proposal proposal(
            CreditRun run,
            CompensationId id,
            String key,
            CustomerId customer,
            RemedyKind kind,
            UUID failure,
            Money sum) {
        return new Proposal(
                id,
                "credit." + run.id().value() + "." + key,
                null,
                customer,
                run.unit(),
                kind.code(),
                failure,
                null,
                sum,
                "");
    }

    private List<ShareRows.Entered> all(Actor product, CreditRun run) {
        return shares.list(ShareRows.PAGE, product.bureau(), run, null, Integer.MAX_VALUE);
    }

    /** What customers got since the run was reckoned is left out of it; its lines after that. */
    private List<CreditLine> leaveOut(Actor product, CreditRun run) {
        List<CreditLine> given = lines.given(product.bureau(), run);
        CreditGuard.Known known = guard.look(
                product, run.problem(), given.stream().map(CreditLine::line).toList());
        List<CreditLine> left =
                given.stream().map(line -> known.left(line, product.zone())).toList();
        Set<CreditLine> before = Set.copyOf(given);
        List<CreditLine> less =
                left.stream().filter(line -> !before.contains(line)).toList();
        lines.reduce(product.bureau(), run.id(), less);
        Map<CustomerId, ShareRows.Entered> shown = all(product, run).stream()
                .collect(Collectors.toMap(one -> one.share().customer(), Function.identity()));
        Map<CustomerId, ShareRows.Entered> changed = new HashMap<>();
        less.forEach(line -> changed.put(line.customer(), Objects.requireNonNull(shown.get(line.customer()))));
        shown.forEach((customer, share) -> {
            if (known.choice().contains(customer)
                    || known.pending().contains(customer)
                    || share.share().why() == CreditShare.Why.PENDING) {
                changed.put(customer, share);
            }
        });
        building.put(product, run, changed.keySet(), changed, true);
        shares.total(product.bureau(), run.id());
        return left;
    }

    private void lacks(Actor product, CreditRunId id, RunResult.OverBudget over) {
        CreditRun run = runs.hold(product.bureau(), id).orElseThrow();
        if (run.state() != CreditRunState.POSTING || run.promisedAt() != null) {
            return;
        }
        Money lacking = over.wanted().minus(over.budget().left());
        if (runs.move(product.bureau(), run, CreditRunState.SHORT, LACKS, lacking.getAmount())) {
            step(product, id, CreditStep.What.SHORT);
            notices.lacks(product, run, lacking);
            asking.moved(product, run.state(), runs.find(product.bureau(), id).orElseThrow());
        }
    }

    /** What of the run is owed by law, by its id in the ledger, in an order that stays. */
    List<CompensationId> entered(Actor product, CreditRun run) {
        return lines.owed(product.bureau(), run.id());
    }

    /** Those by choice. */
    List<CompensationId> chosen(Actor product, CreditRun run) {
        return shares.chosen(product.bureau(), run.id());
    }

    /** Posts the batch after so many that are done, and says that it has; where another one has done so, nothing. */
    @Transactional
    public void post(Actor product, CreditRunId id, int done, List<CompensationId> some) {
        if (next(product, id, CreditRunState.POSTING, done)) {
            batches.post(product, some);
            runs.work(product.bureau(), id, some.size(), 0);
        }
    }

    /** Takes the batch back after so many that are done, and says that it has; where another one has done so, nothing. */
    @Transactional
    public void reverse(Actor product, CreditRunId id, int done, List<CompensationId> some, String why) {
        if (next(product, id, CreditRunState.REVERSING, done)) {
            batches.reverse(product, some, why);
            runs.work(product.bureau(), id, some.size(), 0);
        }
    }

    private boolean next(Actor product, CreditRunId id, CreditRunState state, int done) {
        CreditRun run = runs.hold(product.bureau(), id).orElseThrow();
        return run.state() == state && run.work().posted() == done;
    }

    private void step(Actor product, CreditRunId id, CreditStep.What what) {
        runs.step(product.bureau(), id, new CreditStep(what, product.staff(), clock.instant(), ""));
        trail.record(
                product,
                "credit." + what.name().toLowerCase(java.util.Locale.ROOT),
                CreditRuns.SUBJECT,
                id.value(),
                "{}");
    }
}
