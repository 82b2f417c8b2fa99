package org.redress.desk.recovery.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.SumTyped;
import org.redress.desk.recovery.budget.BudgetStanding;
import org.redress.desk.recovery.budget.Budgets;
import org.redress.desk.recovery.budget.Span;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.desk.recovery.ledger.Dimension;
import org.redress.desk.recovery.ledger.LedgerFilter;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Budgets in the browser: how each stands, set and changed. */
@Controller
@RequestMapping(BudgetsDesk.PATH)
class BudgetsDesk {

    static final String PATH = MoneyDesk.PATH + "/budgets";

    private static final int CASES = 20;

    private final Budgets budgets;
    private final BudgetNames names;
    private final Compensations ledger;
    private final MoneyTable table;
    private final Forms forms;

    BudgetsDesk(Budgets budgets, BudgetNames names, Compensations ledger, MoneyTable table, Forms forms) {
        this.budgets = budgets;
        this.names = names;
        this.ledger = ledger;
        this.table = table;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable UUID id) {
        return page(actor, words, day, id, Attempt.NONE);
    }

    private ModelAndView page(Actor actor, Words words, @Nullable LocalDate day, @Nullable UUID id, Attempt attempt) {
        List<BudgetStanding> found = budgets.list(actor, day, id, MoneyDesk.LENGTH + 1);
        List<BudgetStanding> shown = found.stream().limit(MoneyDesk.LENGTH).toList();
        boolean may = actor.may(Action.MANAGE, Compensations.KIND);
        return Page.of(
                "recovery/budgets",
                new BudgetsPage(
                        rows(actor, words, shown),
                        may,
                        may ? names.unitChoices(actor, words) : List.of(),
                        may ? names.holderChoices(actor) : List.of(),
                        ledger.today(actor).toString(),
                        ledger.currency(actor).getCode(),
                        attempt,
                        found.size() > MoneyDesk.LENGTH
                                ? PATH + "?day=" + shown.getLast().budget().firstDay() + "&id="
                                        + shown.getLast().budget().id()
                                : null));
    }

    private List<BudgetsPage.Row> rows(Actor actor, Words words, List<BudgetStanding> shown) {
        Map<UnitId, Unit> units = names.units(actor);
        Map<StaffId, StaffMember> people = names.people(
                actor, shown.stream().map(one -> one.budget().holder()).toList());
        return shown.stream()
                .map(one -> new BudgetsPage.Row(
                        one,
                        BudgetNames.unit(words, units, one.budget()),
                        MoneyTable.name(words, people, one.budget().holder())))
                .toList();
    }

    @PostMapping
    ModelAndView set(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, "budget", typed, words.text("budget.done.set"));
        return forms.take(
                form,
                () -> PATH + "/"
                        + budgets.set(
                                actor,
                                unit(form.typed("unit")),
                                span(form.typed("span")),
                                day(form.typed("day")),
                                sum(actor, form.typed("sum")),
                                holder(form.typed("holder"))),
                attempt -> page(actor, words, null, null, attempt));
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, Words words, @PathVariable UUID id) {
        return one(actor, words, id, Attempt.NONE);
    }

    private ModelAndView one(Actor actor, Words words, UUID id, Attempt attempt) {
        BudgetStanding standing = budgets.find(actor, id).orElseThrow(() -> Problem.absent("budget.absent"));
        boolean may = actor.may(Action.MANAGE, Compensations.KIND);
        LedgerFilter charged = new LedgerFilter(Dimension.BUDGET, id.toString(), null, null);
        return Page.of(
                "recovery/budget",
                new BudgetPage(
                        rows(actor, words, List.of(standing)).getFirst(),
                        table.of(actor, words, ledger.list(actor, charged, CASES)),
                        may,
                        may ? names.holderChoices(actor) : List.of(),
                        attempt));
    }

    @PostMapping("/{id}")
    ModelAndView change(Actor actor, Words words, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Forms.Form form =
                new Forms.Form(actor.bureau().value(), words, "budget", typed, words.text("budget.done.change"));
        String page = PATH + "/" + id;
        return forms.take(
                form,
                () -> switch (budgets.change(
                        actor, id, form.version(), sum(actor, form.typed("sum")), holder(form.typed("holder")))) {
                    case DONE -> page;
                    case MOVED -> throw Forms.refused(page, words.text("budget.moved"));
                },
                attempt -> one(actor, words, id, attempt));
    }

    private Money sum(Actor actor, String typed) {
        Money sum = SumTyped.read(typed, ledger.currency(actor));
        if (sum == null) {
            throw Problem.invalid("budget.sum", "sum", ledger.currency(actor).getCode());
        }
        return sum;
    }

    private static Span span(String typed) {
        try {
            return Span.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("budget.span", "span");
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw Problem.invalid("budget.day", "day");
        }
    }

    private static @Nullable UnitId unit(String typed) {
        return typed.isEmpty() ? null : new UnitId(uuid(typed, "budget.unit", "unit"));
    }

    private static StaffId holder(String typed) {
        return new StaffId(uuid(typed, "budget.holder", "holder"));
    }

    private static UUID uuid(String typed, String code, String field) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(code, field);
        }
    }
}
