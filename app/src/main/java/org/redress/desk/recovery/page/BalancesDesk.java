package org.redress.desk.recovery.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.budget.BudgetStanding;
import org.redress.desk.recovery.budget.Budgets;
import org.redress.desk.recovery.ledger.Account;
import org.redress.desk.recovery.ledger.Balance;
import org.redress.desk.recovery.ledger.Balances;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Dimension;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Kept sums by customer, budget, type and agent. */
@Controller
class BalancesDesk {

    private static final int MOST = 100;
    private static final int MONTHS = 12;

    private final Balances balances;
    private final Compensations ledger;
    private final Budgets budgets;
    private final BudgetNames names;
    private final Customers customers;
    private final Staff staff;

    BalancesDesk(
            Balances balances,
            Compensations ledger,
            Budgets budgets,
            BudgetNames names,
            Customers customers,
            Staff staff) {
        this.balances = balances;
        this.ledger = ledger;
        this.budgets = budgets;
        this.names = names;
        this.customers = customers;
        this.staff = staff;
    }

    @GetMapping(MoneyDesk.PATH + "/balances")
    ModelAndView show(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "TYPE") Dimension by,
            @RequestParam(required = false) @Nullable YearMonth month) {
        YearMonth shown = month == null ? YearMonth.from(ledger.today(actor)) : month;
        LocalDate from = by == Dimension.CUSTOMER ? shown.atDay(1).withDayOfYear(1) : shown.atDay(1);
        LocalDate until = by == Dimension.CUSTOMER ? from.plusYears(1) : from.plusMonths(1);
        Map<String, Map<Account, Money>> sums = new LinkedHashMap<>();
        for (Balance one : balances.all(actor, by, from, until, (MOST + 1) * Account.values().length)) {
            sums.computeIfAbsent(one.key(), key -> new EnumMap<>(Account.class)).put(one.account(), one.sum());
        }
        List<String> keys = sums.keySet().stream().limit(MOST).toList();
        Function<String, String> name = names(actor, words, by, keys);
        return Page.of(
                "recovery/balances",
                new BalancesPage(
                        by,
                        shown,
                        keys.stream()
                                .map(key -> new BalancesPage.Row(
                                        key,
                                        name.apply(key),
                                        by == Dimension.CUSTOMER || by == Dimension.AGENT,
                                        Objects.requireNonNull(sums.get(key))))
                                .toList(),
                        sums.size() > MOST,
                        by == Dimension.BASIS ? balances.given(actor, shown, MONTHS) : List.of()));
    }

    private Function<String, String> names(Actor actor, Words words, Dimension by, List<String> keys) {
        return switch (by) {
            case TYPE -> key -> words.text("remedy.kind." + key);
            case BASIS -> key -> words.text("ledger.basis." + key);
            case AGENT -> {
                Map<StaffId, StaffMember> people = staff.members(
                        actor,
                        keys.stream().map(UUID::fromString).map(StaffId::new).toList());
                yield key -> MoneyTable.name(words, people, new StaffId(UUID.fromString(key)));
            }
            case CUSTOMER -> {
                Map<CustomerId, CustomerCard> cards = customers.cards(
                        actor,
                        keys.stream().map(UUID::fromString).map(CustomerId::new).toList());
                yield key -> {
                    CustomerCard card = cards.get(new CustomerId(UUID.fromString(key)));
                    return card == null || card.name() == null ? words.text("money.customer.unknown") : card.name();
                };
            }
            case BUDGET ->
                key -> budgets.find(actor, UUID.fromString(key))
                        .map(BudgetStanding::budget)
                        .map(budget -> names.of(actor, words, budget))
                        .orElse("");
        };
    }
}
