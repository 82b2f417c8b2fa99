package org.redress.desk.recovery.budget;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Scope;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.UnitId;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Budgets for money that is given. What is proposed from a budget's first day on, once it is set, is charged to it: by the
 * unit's own, else that of the nearest unit above it, else the bureau's.
 */
@Component
public class Budgets {

    private static final BigDecimal MOST = new BigDecimal("99999999999.99");
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final BudgetShelf shelf;
    private final Compensations ledger;
    private final Bureaus bureaus;
    private final Actors actors;
    private final Staff staff;
    private final Trail trail;
    private final Clock clock;

    Budgets(
            BudgetShelf shelf,
            Compensations ledger,
            Bureaus bureaus,
            Actors actors,
            Staff staff,
            Trail trail,
            Clock clock) {
        this.shelf = shelf;
        this.ledger = ledger;
        this.bureaus = bureaus;
        this.actors = actors;
        this.staff = staff;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of a wish to change one. */
    public enum Change {
        DONE,
        /** Somebody else changed it meanwhile. */
        MOVED
    }

    /**
     * Sets one.
     *
     * @param day any day of the period
     * @throws Problem {@code budget.sum}, {@code budget.unit}, {@code budget.holder} for somebody who may not
     *     approve, {@code budget.past} for a period that is
     *     over, {@code budget.taken} where the unit has one for some of the days
     */
    @Transactional
    public UUID set(Actor actor, @Nullable UnitId unit, Span span, LocalDate day, Money sum, StaffId holder) {
        actor.require(Action.MANAGE, Compensations.KIND);
        LocalDate first = span.first(day);
        if (!span.end(first).isAfter(ledger.today(actor)) || !first.isBefore(LAST)) {
            throw Problem.invalid("budget.past", "day");
        }
        if (unit != null
                && bureaus.units(actor.bureau()).stream()
                        .noneMatch(known -> known.id().equals(unit))) {
            throw Problem.invalid("budget.unit", "unit");
        }
        check(actor, sum, holder);
        ledger.hold(actor);
        Budget budget = new Budget(Ids.next(), unit, span, first, span.end(first), sum, holder, 1);
        try {
            shelf.insert(actor, budget, now());
        } catch (DataIntegrityViolationException taken) {
            throw Problem.invalid("budget.taken", "day");
        }
        trail.record(actor, "budget.set", "budget", budget.id(), "{\"sum\":\"" + sum + "\"}");
        return budget.id();
    }

    /** Changes its sum or its holder; what is committed and spent stays, and may be more than the new sum. */
    @Transactional
    public Change change(Actor actor, UUID id, int version, Money sum, StaffId holder) {
        actor.require(Action.MANAGE, Compensations.KIND);
        check(actor, sum, holder);
        ledger.hold(actor);
        if (find(actor, id).isEmpty()) {
            throw Problem.absent("budget.absent");
        }
        if (!shelf.update(actor, id, version, sum, holder, now())) {
            return Change.MOVED;
        }
        trail.record(actor, "budget.change", "budget", id, "{\"sum\":\"" + sum + "\"}");
        return Change.DONE;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void check(Actor actor, Money sum, StaffId holder) {
        if (!sum.getCurrencyUnit().equals(ledger.currency(actor))
                || sum.isNegative()
                || sum.getAmount().compareTo(MOST) > 0) {
            throw Problem.invalid("budget.sum", "sum", ledger.currency(actor).getCode());
        }
        if (staff.find(actor, holder).filter(StaffMember::active).isEmpty()
                || !actors.of(actor.bureau(), holder).may(Action.ASSIGN, Compensations.KIND)) {
            throw Problem.invalid("budget.holder", "holder");
        }
    }

    public Optional<BudgetStanding> find(Actor actor, UUID id) {
        all(actor);
        return shelf.list(actor.bureau(), ledger.today(actor), "b.id = :id", Map.of("id", id)).stream()
                .findFirst();
    }

    /** The latest period first, after the last one seen. */
    public List<BudgetStanding> list(Actor actor, @Nullable LocalDate first, @Nullable UUID id, int limit) {
        all(actor);
        return shelf.list(
                actor.bureau(),
                ledger.today(actor),
                BudgetShelf.LIST,
                Map.of("first", first == null ? LAST : first, "id", id == null ? new UUID(0, 0) : id, "limit", limit));
    }

    private static void all(Actor actor) {
        if (actor.require(Action.READ, Compensations.KIND) != Scope.BUREAU) {
            throw Problem.forbidden("access.denied");
        }
    }
}
