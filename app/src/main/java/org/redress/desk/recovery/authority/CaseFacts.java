package org.redress.desk.recovery.authority;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.duplicate.Besides;
import org.redress.desk.recovery.duplicate.DuplicateGuard;
import org.redress.desk.recovery.ledger.BudgetLeft;
import org.redress.desk.recovery.ledger.Compensation;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/**
 * What the ledger, the declarations and the budgets say of some compensations. Each is asked when it is first needed, for all of
 * them at once: a list costs as many queries as a single one. It is as old as its first question, so nobody keeps it.
 */
final class CaseFacts {

    private final Asked asked;
    private final Actor actor;
    private final Supplier<Map<CompensationId, Besides>> besides;
    private final Supplier<Map<ApprovalRows.InYear, BigDecimal>> years;
    private final Supplier<Set<Kinships.Stood>> kin;
    private final Supplier<Map<UUID, BudgetLeft>> budgets;
    private final Supplier<Map<StaffId, StaffId>> deputies;
    private final Supplier<Set<StaffId>> deciding;
    private final Map<StaffId, Money> onDay = new HashMap<>();

    /** Who is asked. */
    @Component
    record Asked(
            ApprovalRows rows,
            Kinships kinships,
            DuplicateGuard guard,
            Compensations ledger,
            Actors actors,
            Superiors superiors,
            Clock clock) {

        CaseFacts of(Actor actor, Collection<Compensation> all) {
            return new CaseFacts(this, actor, all);
        }
    }

    private CaseFacts(Asked asked, Actor actor, Collection<Compensation> all) {
        this.asked = asked;
        this.actor = actor;
        BureauId bureau = actor.bureau();
        Set<CustomerId> customers = known(all, Compensation::customer);
        this.besides = once(() -> asked.guard().besides(bureau, all));
        this.years = once(() -> years(bureau, customers, all));
        this.kin = once(() -> new HashSet<>(asked.kinships().of(bureau, customers)));
        this.budgets = once(() -> asked.ledger().left(actor, known(all, Compensation::budget)).stream()
                .collect(Collectors.toMap(BudgetLeft::budget, Function.identity())));
        this.deputies = once(() ->
                asked.superiors().deputies(bureau, holders(), asked.clock().instant()));
        this.deciding = once(() -> asked.actors()
                .allowed(
                        bureau,
                        Stream.concat(holders().stream(), deputies().values().stream())
                                .collect(Collectors.toSet()),
                        Action.ASSIGN,
                        Compensations.KIND));
    }

    private static <T> Set<T> known(Collection<Compensation> all, Function<Compensation, @Nullable T> what) {
        return all.stream().map(what).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static <T> Supplier<T> once(Supplier<T> question) {
        List<T> answer = new ArrayList<>(1);
        return () -> {
            if (answer.isEmpty()) {
                answer.add(question.get());
            }
            return answer.getFirst();
        };
    }

    private Map<ApprovalRows.InYear, BigDecimal> years(
            BureauId bureau, Set<CustomerId> customers, Collection<Compensation> all) {
        int first = all.stream().mapToInt(one -> one.day().getYear()).min().orElseThrow();
        int last = all.stream().mapToInt(one -> one.day().getYear()).max().orElseThrow();
        return asked.rows().inYears(bureau, customers, first, last);
    }

    private Set<StaffId> holders() {
        return budgets.get().values().stream().map(BudgetLeft::holder).collect(Collectors.toSet());
    }

    private Map<StaffId, StaffId> deputies() {
        return deputies.get();
    }

    /** What else the case costs by choice. */
    Besides besides(Compensation one) {
        return Objects.requireNonNull(besides.get().get(one.id()));
    }

    /** What the customer was given by choice in the year; nothing where nobody knows for whom it is. */
    Money inYear(Compensation one) {
        CurrencyUnit currency = one.sum().getCurrencyUnit();
        BigDecimal given = one.customer() == null
                ? null
                : years.get()
                        .get(new ApprovalRows.InYear(one.customer(), one.day().getYear()));
        return given == null ? Money.zero(currency) : Money.of(currency, given.setScale(currency.getDecimalPlaces()));
    }

    /** What somebody has said yes to today by their own authority. */
    Money today(StaffId person, CurrencyUnit currency) {
        LocalDate today = asked.ledger().today(actor);
        return onDay.computeIfAbsent(person, one -> asked.rows().onDay(actor.bureau(), one, today, currency));
    }

    /** Whether the account stood declared by somebody at any time since it was proposed. */
    boolean related(StaffId person, Compensation one) {
        return kin.get().stream()
                .anyMatch(declared -> declared.staff().equals(person)
                        && declared.customer().equals(one.customer())
                        && (declared.until() == null || declared.until().isAfter(one.proposedAt())));
    }

    /** What is left of the budget that pays for it; empty where none does. */
    Optional<BudgetLeft> left(Compensation one) {
        return one.budget() == null
                ? Optional.empty()
                : Optional.ofNullable(budgets.get().get(one.budget()));
    }

    /** Who holds the budget that pays for it, or stands in. */
    Optional<StaffId> holder(Compensation one) {
        return left(one).map(left -> deputies().getOrDefault(left.holder(), left.holder()));
    }

    /** Whether a holder's post lets them decide at all. */
    boolean decides(StaffId holder) {
        return deciding.get().contains(holder);
    }
}
