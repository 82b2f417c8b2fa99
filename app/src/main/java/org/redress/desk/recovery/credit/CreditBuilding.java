package org.redress.desk.recovery.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reckons who gets what of a run, some lines and some customers at a time; goes on after the last one that is in. */
@Component
class CreditBuilding {

    static final int BATCH = 500;

    private final ServiceProblems problems;
    private final CreditRows runs;
    private final CreditLineRows lines;
    private final ShareRows shares;
    private final CreditGuard guard;
    private final Rulebook rulebook;

    CreditBuilding(
            ServiceProblems problems,
            CreditRows runs,
            CreditLineRows lines,
            ShareRows shares,
            CreditGuard guard,
            Rulebook rulebook) {
        this.problems = problems;
        this.runs = runs;
        this.lines = lines;
        this.shares = shares;
        this.guard = guard;
        this.rulebook = rulebook;
    }

    /** Some lines more; false where all are in. */
    @Transactional
    public boolean someLines(Actor product, CreditRunId id) {
        CreditRun run = runs.hold(product.bureau(), id).orElseThrow();
        UUID after = lines.last(product.bureau(), id).orElse(null);
        List<AffectedLine> hit = problems.affected(product, run.problem().id(), after, BATCH);
        CreditGuard.Known known = guard.look(
                product, run.problem(), hit.stream().map(AffectedLine::line).toList());
        LocalDate day = LocalDate.ofInstant(run.problem().from(), product.zone());
        Map<String, Boolean> owed = hit.stream()
                .map(AffectedLine::limit)
                .distinct()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> CreditFormula.owed(run.problem(), rulebook.limit(product.bureau(), code, day))));
        lines.insert(
                product.bureau(),
                id,
                hit.stream()
                        .map(one -> line(product, run, one, known, Boolean.TRUE.equals(owed.get(one.limit()))))
                        .toList());
        return !hit.isEmpty();
    }

    private static CreditLine line(
            Actor product, CreditRun run, AffectedLine hit, CreditGuard.Known known, boolean owed) {
        CurrencyUnit currency = run.sums().statutory().getCurrencyUnit();
        boolean ours = hit.rent().getCurrencyUnit().equals(currency);
        Money monthly = ours ? hit.rent() : Money.zero(currency);
        Money sum = CreditFormula.rent(monthly, run.problem(), product.zone());
        CreditShare.Why why = null;
        if (!ours) {
            why = CreditShare.Why.CURRENCY;
        } else if (sum.isZero()) {
            why = CreditShare.Why.NO_RENT;
        }
        CreditLine whole = new CreditLine(
                hit.line(),
                hit.customer(),
                hit.label(),
                monthly,
                owed,
                List.of(run.problem().time()),
                sum,
                Money.zero(currency),
                why,
                new CompensationId(Ids.next()));
        return known.left(whole, product.zone());
    }

    /** Some customers more; false where all are in. */
    @Transactional
    public boolean someShares(Actor product, CreditRunId id) {
        CreditRun run = runs.hold(product.bureau(), id).orElseThrow();
        CustomerId after = shares.last(product.bureau(), id).orElse(null);
        List<CustomerId> customers = lines.customers(product.bureau(), id, after, BATCH);
        put(product, run, customers, Map.of(), false);
        return !customers.isEmpty();
    }

    /**
     * Reckons the shares of these customers from their lines as they stand; ids of shares that are there stay.
     *
     * @param entering whether they are entered now: whoever has something that waits for a yes gets nothing by choice then
     */
    void put(
            Actor product,
            CreditRun run,
            Collection<CustomerId> customers,
            Map<CustomerId, ShareRows.Entered> before,
            boolean entering) {
        Map<CustomerId, List<CreditLine>> theirs = lines.of(product.bureau(), run, customers).stream()
                .collect(Collectors.groupingBy(CreditLine::customer));
        CreditGuard.Known known = guard.look(product, run.problem(), List.of());
        List<ShareRows.Entered> entered = new ArrayList<>();
        new HashMap<>(theirs).forEach((customer, of) -> {
            ShareRows.Entered there = before.get(customer);
            UUID id = there == null ? Ids.next() : there.share().id();
            CompensationId compensation = there == null ? new CompensationId(Ids.next()) : there.compensation();
            CreditShare.Why has = known.choice().contains(customer)
                    ? CreditShare.Why.COMPENSATED
                    : known.pending().contains(customer) ? CreditShare.Why.PENDING : null;
            boolean given = has == CreditShare.Why.COMPENSATED || entering && has == CreditShare.Why.PENDING;
            entered.add(new ShareRows.Entered(share(run, customer, id, of, has, given), compensation));
        });
        shares.put(product.bureau(), run.id(), entered);
    }

    private static CreditShare share(
            CreditRun run,
            CustomerId customer,
            UUID id,
            List<CreditLine> lines,
            CreditShare.@Nullable Why has,
            boolean given) {
        Money none = Money.zero(run.sums().statutory().getCurrencyUnit());
        Money statutory = none;
        Money rent = none;
        Money monthly = none;
        Money all = none;
        CreditShare.Why why = has;
        for (CreditLine one : lines) {
            monthly = monthly.plus(one.rent());
            all = all.plus(one.whole());
            if (one.had().isPositive()) {
                why = surer(why, CreditShare.Why.COMPENSATED);
            }
            if (one.why() != null) {
                why = surer(why, one.why());
            } else if (one.statutory()) {
                statutory = statutory.plus(one.sum());
            } else if (!given) {
                rent = rent.plus(one.sum());
            }
        }
        // Whoever complained in time and had their rent waived is not worse off for it.
        Money extra = given ? none : CreditFormula.extra(all, run.percent());
        return new CreditShare(customer, id, lines.size(), monthly, statutory, rent, extra, why, null);
    }

    private static CreditShare.Why surer(CreditShare.@Nullable Why one, CreditShare.Why other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }
}
