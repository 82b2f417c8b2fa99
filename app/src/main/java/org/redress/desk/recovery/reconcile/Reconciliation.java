package org.redress.desk.recovery.reconcile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.reconcile.ReconciliationRows.Case;
import org.redress.desk.recovery.reconcile.ReconciliationRows.Sums;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds three records of the same money against each other, month by month of when it was proposed: the lines of the ledger,
 * its kept sums, and what billing was told. Promised is posted, open or reversed, to the cent.
 */
@Component
public class Reconciliation {

    private static final int BATCH = 500;
    private static final UUID LAST = new UUID(-1, -1);

    private final ReconciliationRows rows;
    private final Compensations ledger;

    Reconciliation(ReconciliationRows rows, Compensations ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    /** So many months back from this one, the latest first. */
    @Transactional(readOnly = true)
    public List<MonthLine> months(Actor actor, YearMonth latest, int count) {
        all(actor, Action.READ);
        CurrencyUnit currency = ledger.currency(actor);
        YearMonth first = latest.minusMonths(count - 1L);
        Sums sums =
                rows.sums(actor.bureau(), first.atDay(1), latest.plusMonths(1).atDay(1));
        List<MonthLine> lines = new ArrayList<>();
        for (YearMonth month = latest; !month.isBefore(first); month = month.minusMonths(1)) {
            lines.add(new MonthLine(
                    month,
                    sums.of(month, "promised", currency),
                    sums.of(month, "posted", currency),
                    sums.of(month, "open", currency),
                    sums.of(month, "reversed", currency),
                    sums.of(month, "billed", currency),
                    missing(sums, month, "", currency),
                    missing(sums, month, "_back", currency)));
        }
        return lines;
    }

    /** The first month in which anything was proposed; empty where nothing was. */
    public Optional<YearMonth> first(Actor actor) {
        all(actor, Action.READ);
        return rows.first(actor.bureau()).map(YearMonth::from);
    }

    private static MonthLine.Missing missing(Sums sums, YearMonth month, String which, CurrencyUnit currency) {
        return new MonthLine.Missing(
                sums.of(month, "asked" + which, currency),
                sums.of(month, "refused" + which, currency),
                sums.of(month, "untold" + which, currency));
    }

    /** The compensations of a month, the latest first, after the last one seen. */
    @Transactional(readOnly = true)
    public List<CaseLine> cases(
            Actor actor, YearMonth month, @Nullable LocalDate day, @Nullable CompensationId after, int limit) {
        all(actor, Action.READ);
        LocalDate until = month.plusMonths(1).atDay(1);
        List<Case> cases = rows.cases(
                actor.bureau(),
                month.atDay(1),
                until,
                day == null ? until : day,
                after == null ? LAST : after.value(),
                limit);
        Map<CompensationId, Compensation> known = ledger.of(
                actor, cases.stream().map(one -> new CompensationId(one.id())).toList());
        return cases.stream()
                .map(one -> line(one, Objects.requireNonNull(known.get(new CompensationId(one.id())))))
                .toList();
    }

    private static CaseLine line(Case one, Compensation compensation) {
        Account account = Account.valueOf(one.account());
        boolean lines = one.standing().equals(one.account())
                && (one.promised().isZero() || one.promised().equals(one.amount()));
        Money due = account == Account.POSTED
                ? one.amount()
                : Money.zero(one.amount().getCurrencyUnit());
        return new CaseLine(
                compensation,
                one.promised(),
                one.billed(),
                lines && one.billed().equals(due));
    }

    /** Hands over every compensation of a month for a file, the latest first. */
    @Transactional(readOnly = true)
    public void export(Actor actor, YearMonth month, Consumer<CaseLine> each) {
        all(actor, Action.EXPORT);
        LocalDate day = null;
        CompensationId after = null;
        List<CaseLine> some;
        do {
            some = cases(actor, month, day, after, BATCH);
            some.forEach(each);
            if (!some.isEmpty()) {
                day = some.getLast().compensation().day();
                after = some.getLast().compensation().id();
            }
        } while (some.size() == BATCH);
    }

    private static void all(Actor actor, Action action) {
        if (actor.require(action, Compensations.KIND) != Scope.BUREAU) {
            throw Problem.forbidden("access.denied");
        }
    }
}
