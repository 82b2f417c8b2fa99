package org.redress.desk.recovery.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.ticket.TicketCard;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Runs of credits to be looked at: which there are, what customers get of each, and what happened to it. */
@Component
public class CreditFiles {

    /** So many outages are looked at together, until enough are found that have brought nothing. */
    private static final int BATCH = 200;

    /** However many outages there have been, no more of them are looked at for one list. */
    static final int FARTHEST = 5 * BATCH;

    private final CreditRuns runs;
    private final CreditRows rows;
    private final ShareRows shares;
    private final CreditLineRows lines;
    private final ServiceProblems problems;
    private final CreditTelling telling;

    CreditFiles(
            CreditRuns runs,
            CreditRows rows,
            ShareRows shares,
            CreditLineRows lines,
            ServiceProblems problems,
            CreditTelling telling) {
        this.runs = runs;
        this.rows = rows;
        this.shares = shares;
        this.lines = lines;
        this.problems = problems;
        this.telling = telling;
    }

    /** Whoever sees a run sees what everybody got of it. */
    private static void look(Actor actor) {
        if (!mayLook(actor)) {
            throw Problem.forbidden("access.denied");
        }
    }

    public static boolean mayLook(Actor actor) {
        return actor.scope(Action.READ, Compensations.KIND)
                .filter(Scope.BUREAU::equals)
                .isPresent();
    }

    /**
     * Problems that are over and have brought nothing yet, the last one first, of the last {@link #FARTHEST}; those that were too
     * short are not among them.
     */
    public List<ServiceProblem> offered(Actor actor, int limit) {
        look(actor);
        List<ServiceProblem> offered = new ArrayList<>();
        ServiceProblem last = null;
        for (int looked = 0; looked < FARTHEST && offered.size() < limit; looked += BATCH) {
            List<ServiceProblem> ended = problems.ended(actor, last, BATCH);
            if (ended.isEmpty()) {
                break;
            }
            Set<UUID> known = new HashSet<>(rows.withRun(
                    actor.bureau(), ended.stream().map(ServiceProblem::id).toList()));
            ended.stream()
                    .filter(one -> !known.contains(one.id()) && runs.longEnough(actor, one))
                    .forEach(offered::add);
            last = ended.getLast();
        }
        return offered.stream().limit(limit).toList();
    }

    /** The latest first, from before the last one seen. */
    public List<CreditRun> list(Actor actor, @Nullable Instant before, @Nullable UUID id, int limit) {
        look(actor);
        return rows.list(actor.bureau(), before, id, limit);
    }

    public Optional<CreditRun> find(Actor actor, CreditRunId id) {
        look(actor);
        return rows.find(actor.bureau(), id);
    }

    /** What customers get, by their id, after one of them. */
    public List<CreditShare> shares(Actor actor, CreditRun run, @Nullable CustomerId after, int limit) {
        look(actor);
        return shares.list(ShareRows.PAGE, actor.bureau(), run, after, limit).stream()
                .map(ShareRows.Entered::share)
                .toList();
    }

    /** Those whom no letter about it has reached, by their id, after one of them. */
    public List<CreditShare> unreached(Actor actor, CreditRun run, @Nullable CustomerId after, int limit) {
        look(actor);
        return shares.list(ShareRows.UNREACHED, actor.bureau(), run, after, limit).stream()
                .map(ShareRows.Entered::share)
                .toList();
    }

    /**
     * Some of those who were written to that they get something, whoever they are, and each time the same ones; without those
     * who have a ticket that tells of the problem.
     *
     * @param percent of them
     * @param least so many at least, or all
     */
    public List<CustomerId> sample(Actor product, CreditRunId run, int percent, int least) {
        look(product);
        List<CustomerId> reported = telling
                .tickets(product, rows.find(product.bureau(), run).orElseThrow())
                .stream()
                .flatMap(List::stream)
                .map(TicketCard::customer)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return shares.sample(product.bureau(), run, reported, percent, least);
    }

    /** Whether a problem has hit a customer whose run was posted; whoever sees their file may know. */
    public boolean hit(Actor actor, CustomerId customer) {
        return shares.hit(actor.bureau(), customer);
    }

    /** What happened to it, the oldest first. */
    public List<CreditStep> history(Actor actor, CreditRunId id) {
        look(actor);
        return rows.steps(actor.bureau(), id);
    }

    /** For which parts of a time the rent of a line is credited by runs that stand. */
    public List<DeadTime> credited(Actor product, UUID line, DeadTime time) {
        look(product);
        return lines.credited(product.bureau(), line, time);
    }
}
