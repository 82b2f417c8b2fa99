package org.redress.desk.recovery.ledger;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compensations in thousands, by the product itself: what a law owes, and runs that two people have approved. A call is one
 * transaction and a fixed number of statements, so a killed one has done nothing and may be sent again; what is entered
 * before is not entered twice.
 */
@Component
public class CompensationRuns {

    private final Book book;
    private final CompensationRows rows;
    private final BudgetRows budgets;

    CompensationRuns(Book book, CompensationRows rows, BudgetRows budgets) {
        this.book = book;
        this.rows = rows;
        this.budgets = budgets;
    }

    /**
     * Promises what a law owes, each once for its key, whatever the budgets say; it posts itself by the outbox. The answer
     * has those that were there before as they stand.
     *
     * @throws Problem {@code ledger.sum.…} for a sum that cannot stand in the book, {@code ledger.key} where a key was
     *     used for something else, {@code ledger.twice} where a customer is compensated for the failure already
     */
    @Transactional
    public List<Compensation> promiseOwed(Actor product, List<Proposal> proposals) {
        byTheProduct(product);
        check(product, proposals);
        book.hold(product);
        Map<String, Compensation> before = rows.ofKeys(
                product.bureau(), proposals.stream().map(Proposal::key).toList());
        List<Proposal> fresh = new ArrayList<>();
        List<CompensationId> wanted = new ArrayList<>();
        for (Proposal one : proposals) {
            Compensation there = before.get(one.key());
            if (there == null) {
                fresh.add(one);
            }
            wanted.add(there == null ? one.id() : Compensations.same(there, one).id());
        }
        if (!twice(product, fresh).isEmpty()) {
            throw Problem.conflict("ledger.twice");
        }
        if (!fresh.isEmpty()) {
            List<Compensation> written = book.propose(product, fresh, Basis.OWED, null, "");
            book.enter(product, Entry.Kind.APPROVE, written, "");
        }
        return rows.of(product.bureau(), wanted);
    }

    /**
     * Promises a whole run, once for its id. It is posted by {@link #post}.
     *
     * @throws Problem {@code ledger.sum.…} for a sum that cannot stand in the book, {@code ledger.run.people} where
     *     the same person stands in it twice
     */
    @Transactional
    public RunResult promise(Actor product, Run run) {
        byTheProduct(product);
        if (run.first().equals(run.second())
                || run.first().equals(run.holder())
                || run.second().equals(run.holder())) {
            throw Problem.conflict("ledger.run.people");
        }
        check(product, run.proposals());
        book.hold(product);
        if (rows.entered(product.bureau(), run.id())) {
            return new RunResult.Promised(run.proposals().size(), true);
        }
        List<CustomerId> twice = twice(product, run.proposals());
        if (!twice.isEmpty()) {
            return new RunResult.Twice(twice);
        }
        RunResult over = over(product, run);
        if (over != null) {
            return over;
        }
        rows.insert(product.bureau(), run, book.now().atOffset(ZoneOffset.UTC));
        List<Compensation> written = book.propose(product, run.proposals(), Basis.RUN, run.id(), "");
        book.enter(product, Entry.Kind.APPROVE, written, "");
        return new RunResult.Promised(written.size(), false);
    }

    private @Nullable RunResult over(Actor product, Run run) {
        Map<UUID, Money> wanted = new LinkedHashMap<>();
        run.proposals().stream()
                .collect(Collectors.groupingBy(Proposal::unit, Collectors.mapping(Proposal::sum, Collectors.toList())))
                .forEach((unit, sums) -> {
                    UUID budget = budgets.of(product.bureau(), unit, book.today(product));
                    if (budget != null) {
                        wanted.merge(budget, Money.total(sums), Money::plus);
                    }
                });
        for (Map.Entry<UUID, Money> one : wanted.entrySet()) {
            BudgetLeft left = budgets.left(product.bureau(), one.getKey()).orElseThrow();
            boolean agreed = run.consent() != null && run.consent().covers(left, one.getValue());
            if (!agreed && !left.reaches(one.getValue())) {
                return new RunResult.OverBudget(left, one.getValue());
            }
        }
        return null;
    }

    /** Posts what of a run is promised, in one transaction; returns how many. Again, it posts nothing. */
    @Transactional
    public int post(Actor product, UUID run) {
        return move(product, run, Entry.Kind.POST, "", Set.of(Account.PROMISED));
    }

    /** Takes back the whole of a run, posted or not; returns how many. Again, it takes back nothing. */
    @Transactional
    public int reverse(Actor product, UUID run, String why) {
        return move(product, run, Entry.Kind.REVERSE, why, Set.of(Account.PROMISED, Account.POSTED));
    }

    private int move(Actor product, UUID run, Entry.Kind kind, String why, Set<Account> from) {
        byTheProduct(product);
        String said = Compensations.said(why);
        book.hold(product);
        if (!rows.entered(product.bureau(), run)) {
            throw Problem.absent("ledger.absent");
        }
        List<Compensation> standing = rows.of(product.bureau(), rows.ofRun(product.bureau(), run, from));
        book.enter(product, kind, standing, said);
        return standing.size();
    }

    /** Posts those of them that are promised; the others are left as they are. All are of one basis. */
    @Transactional
    int post(Actor product, Collection<CompensationId> ids) {
        book.hold(product);
        List<Compensation> promised = rows.of(product.bureau(), ids).stream()
                .filter(one -> one.account() == Account.PROMISED)
                .toList();
        book.enter(product, Entry.Kind.POST, promised, "");
        return promised.size();
    }

    private static void byTheProduct(Actor product) {
        product.require(Action.WRITE, Book.KIND);
        if (!product.staff().equals(Staff.COMMAND)) {
            throw Problem.forbidden("access.denied");
        }
    }

    private void check(Actor product, List<Proposal> proposals) {
        CurrencyUnit currency = book.currency(product);
        proposals.forEach(one -> SumInBookPolicy.check(one.sum(), currency));
    }

    /** The customers who would be compensated twice for a failure. */
    private List<CustomerId> twice(Actor product, List<Proposal> proposals) {
        Map<UUID, List<CustomerId>> byFailure = new LinkedHashMap<>();
        List<CustomerId> twice = new ArrayList<>();
        for (Proposal one : proposals) {
            if (one.failure() != null && one.customer() != null) {
                byFailure
                        .computeIfAbsent(one.failure(), failure -> new ArrayList<>())
                        .add(one.customer());
            }
        }
        byFailure.forEach((failure, customers) -> {
            Set<CustomerId> seen = new HashSet<>();
            customers.stream().filter(customer -> !seen.add(customer)).forEach(twice::add);
            twice.addAll(rows.compensated(product.bureau(), failure, seen));
        });
        return twice.stream().distinct().toList();
    }
}
