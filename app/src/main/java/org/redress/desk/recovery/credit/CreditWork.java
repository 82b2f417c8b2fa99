package org.redress.desk.recovery.credit;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.redress.ground.trail.Trail;
import org.redress.platform.jobs.Jobs;
import org.redress.platform.jobs.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The long work of a run, as a job: it looks at where the run stands and goes on from there, so that it may be ended at any
 * moment and called again.
 */
@Component
class CreditWork {

    static final String JOB = "credit.run";

    private static final int LETTERS = 100;

    private final CreditRows runs;
    private final ShareRows shares;
    private final CreditBuilding building;
    private final CreditPosting posting;
    private final CreditTelling telling;
    private final CreditNotices notices;
    private final Bureaus bureaus;
    private final CreditAsking asking;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CreditWork(
            CreditRows runs,
            ShareRows shares,
            CreditBuilding building,
            CreditPosting posting,
            CreditTelling telling,
            CreditNotices notices,
            Bureaus bureaus,
            CreditAsking asking,
            Outbox outbox,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.shares = shares;
        this.building = building;
        this.posting = posting;
        this.telling = telling;
        this.notices = notices;
        this.bureaus = bureaus;
        this.asking = asking;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Asks for it in the running transaction. */
    static void ask(Jobs jobs, BureauId bureau, CreditRun run) {
        String argument = bureau.value() + " " + run.id().value();
        jobs.start(JOB, argument + " " + run.version(), argument);
    }

    /** @param argument bureau and run */
    void run(String argument) {
        String[] parts = argument.split(" ");
        BureauId bureau = new BureauId(Integer.parseInt(parts[0]));
        goOn(bureaus.command(bureaus.get(bureau)), new CreditRunId(UUID.fromString(parts[1])));
    }

    void goOn(Actor product, CreditRunId id) {
        switch (now(product, id).state()) {
            case BUILDING -> build(product, id);
            case POSTING -> post(product, id);
            case REVERSING -> reverse(product, id);
            default -> {
                // Somebody has ended it, or it is done.
            }
        }
    }

    private CreditRun now(Actor product, CreditRunId id) {
        return runs.find(product.bureau(), id).orElseThrow();
    }

    private void build(Actor product, CreditRunId id) {
        while (building.someLines(product, id)) {
            lookUp();
        }
        while (building.someShares(product, id)) {
            lookUp();
        }
        transaction.executeWithoutResult(status -> {
            shares.total(product.bureau(), id);
            end(product, id, CreditRunState.BUILDING, CreditRunState.PROPOSED, CreditStep.What.BUILT);
        });
    }

    private void post(Actor product, CreditRunId id) {
        posting.enter(product, id);
        CreditRun run = now(product, id);
        if (run.state() != CreditRunState.POSTING || run.promisedAt() == null) {
            return; // a budget does not reach, whoever has found it
        }
        int done = run.work().posted();
        for (List<CompensationId> some : left(product, run)) {
            lookUp();
            posting.post(product, id, done, some);
            done += some.size();
        }
        tell(product, run);
        write(product, run, false);
        transaction.executeWithoutResult(
                status -> end(product, id, CreditRunState.POSTING, CreditRunState.POSTED, CreditStep.What.POSTED));
    }

    private void reverse(Actor product, CreditRunId id) {
        CreditRun run = now(product, id);
        String why = runs.steps(product.bureau(), id).stream()
                .filter(step -> step.what() == CreditStep.What.REVERSE)
                .map(CreditStep::words)
                .toList()
                .getLast();
        int done = run.work().posted();
        for (List<CompensationId> some : left(product, run)) {
            lookUp();
            posting.reverse(product, id, done, some, why);
            done += some.size();
        }
        while (telling.takeBack(product, run)) {
            lookUp();
        }
        write(product, run, true);
        transaction.executeWithoutResult(status ->
                end(product, id, CreditRunState.REVERSING, CreditRunState.REVERSED, CreditStep.What.REVERSED));
    }

    /** What is not done yet, in batches that are of one basis each. */
    private List<List<CompensationId>> left(Actor product, CreditRun run) {
        int done = run.work().posted();
        List<CompensationId> owed = posting.entered(product, run);
        List<CompensationId> chosen = posting.chosen(product, run);
        List<CompensationId> owedLeft = owed.subList(Math.min(done, owed.size()), owed.size());
        List<CompensationId> chosenLeft =
                chosen.subList(Math.min(Math.max(0, done - owed.size()), chosen.size()), chosen.size());
        return Stream.concat(batches(owedLeft), batches(chosenLeft)).toList();
    }

    private static Stream<List<CompensationId>> batches(List<CompensationId> ids) {
        return Stream.iterate(0, from -> from < ids.size(), from -> from + CreditPosting.BATCH)
                .map(from -> ids.subList(from, Math.min(from + CreditPosting.BATCH, ids.size())));
    }

    private void tell(Actor product, CreditRun run) {
        CustomerId after = null;
        do {
            lookUp();
            after = telling.hit(product, run, after);
        } while (after != null);
        for (List<TicketCard> some : telling.tickets(product, run)) {
            lookUp();
            telling.give(product, run, some);
        }
    }

    private void write(Actor product, CreditRun run, boolean back) {
        String sql = back ? ShareRows.UNTOLD_BACK : ShareRows.UNTOLD;
        CustomerId after = null;
        List<ShareRows.Entered> some;
        do {
            lookUp();
            some = shares.list(sql, product.bureau(), run, after, LETTERS);
            List<ShareRows.Entered> getting = some.stream()
                    .filter(one -> one.share().total().isPositive())
                    .toList();
            if (!getting.isEmpty()) {
                notices.write(product, run, back, getting);
            }
            after = last(some);
        } while (after != null);
    }

    private static @Nullable CustomerId last(List<ShareRows.Entered> some) {
        return some.isEmpty() ? null : some.getLast().share().customer();
    }

    private void end(Actor product, CreditRunId id, CreditRunState from, CreditRunState to, CreditStep.What what) {
        CreditRun run = runs.hold(product.bureau(), id).orElseThrow();
        if (run.state() == from && runs.move(product.bureau(), run, to, "")) {
            runs.step(product.bureau(), id, new CreditStep(what, product.staff(), clock.instant(), ""));
            if (to == CreditRunState.POSTED) {
                outbox.add(
                        product.bureau().value(),
                        CreditRunMoved.TOPIC,
                        new CreditRunMoved(id.value(), to, clock.instant()).json());
            }
            trail.record(
                    product, "credit." + what.name().toLowerCase(Locale.ROOT), CreditRuns.SUBJECT, id.value(), "{}");
            asking.moved(product, from, now(product, id));
            if (to == CreditRunState.REVERSED) {
                outbox.add(
                        product.bureau().value(),
                        CreditReversed.TOPIC,
                        CreditReversed.of(run).json());
            }
        }
    }

    /** Between two batches: the product may be about to end. */
    private static void lookUp() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the product ends; it goes on at the next start");
        }
    }
}
