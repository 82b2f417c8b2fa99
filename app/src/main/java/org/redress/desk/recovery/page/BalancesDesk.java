package org.redress.desk.recovery.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
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
import org.redress.desk.recovery.ledger.BalanceRank;
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

/** Kept sums by customer, budget, type and agent, the largest in an account first. */
@Controller
class BalancesDesk {

    private static final int LENGTH = 50;
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
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "POSTED") Account account,
            @RequestParam(required = false) @Nullable BigDecimal sum,
            @RequestParam(defaultValue = "") String key) {
        YearMonth shown = month == null ? YearMonth.from(ledger.today(actor)) : month;
        LocalDate from = by == Dimension.CUSTOMER ? shown.atDay(1).withDayOfYear(1) : shown.atDay(1);
        LocalDate until = by == Dimension.CUSTOMER ? from.plusYears(1) : from.plusMonths(1);
        BalanceRank after =
                sum == null ? null : new BalanceRank(Money.of(ledger.currency(actor), sum, RoundingMode.FLOOR), key);
        List<BalanceRank> found = balances.ranked(actor, by, account, from, until, after, LENGTH + 1);
        List<String> keys = found.stream().limit(LENGTH).map(BalanceRank::key).toList();
        Map<String, Map<Account, Money>> sums = new HashMap<>();
        balances.of(actor, by, keys, from, until)
                .forEach(one -> sums.computeIfAbsent(one.key(), each -> new EnumMap<>(Account.class))
                        .put(one.account(), one.sum()));
        Function<String, String> name = names(actor, words, by, keys);
        return Page.of(
                "recovery/balances",
                new BalancesPage(
                        by,
                        shown,
                        account,
                        keys.stream()
                                .map(each -> new BalancesPage.Row(
                                        each,
                                        name.apply(each),
                                        by == Dimension.CUSTOMER || by == Dimension.AGENT,
                                        Objects.requireNonNull(sums.get(each))))
                                .toList(),
                        found.size() > LENGTH ? next(by, shown, account, found.get(LENGTH - 1)) : null,
                        by == Dimension.BASIS ? balances.given(actor, shown, MONTHS) : List.of()));
    }

    private static String next(Dimension by, YearMonth month, Account account, BalanceRank last) {
        return MoneyDesk.PATH + "/balances?by=" + by + "&month=" + month + "&account=" + account + "&sum="
                + last.sum().getAmount() + "&key=" + last.key();
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
