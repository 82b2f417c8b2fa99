package org.redress.improve.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The numbers of customers that rates are counted against. */
@Controller
class BaseController {

    private static final String PATH = "/customer-base";

    private final CustomerBases bases;
    private final Customers customers;
    private final PreventionPages pages;
    private final FormKeys keys;
    private final Clock clock;

    BaseController(CustomerBases bases, Customers customers, PreventionPages pages, FormKeys keys, Clock clock) {
        this.bases = bases;
        this.customers = customers;
        this.pages = pages;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, Words words) {
        String today = pages.today(actor).toString();
        return Page.of("insight/base", page(actor, words, new BasePage.BaseForm("", today, "", ""), null));
    }

    @PostMapping(PATH)
    ModelAndView set(Actor actor, Words words, @RequestParam String formKey, @ModelAttribute BasePage.BaseForm form) {
        try {
            String next = keys.once(actor.bureau().value(), formKey, () -> {
                bases.set(actor, read(form));
                return PATH;
            });
            return Page.then(next, Notice.done(words.text("base.done")));
        } catch (Problem problem) {
            if (problem.field() == null) {
                throw problem;
            }
            return Page.of("insight/base", page(actor, words, form, problem), problem.status());
        }
    }

    private BasePage page(Actor actor, Words words, BasePage.BaseForm form, @Nullable Problem problem) {
        List<CustomerBase> all = bases.list(actor);
        return new BasePage(
                all,
                all.isEmpty() ? customers.count(actor, clock.instant()) : 0,
                pages.places(actor, words, PreventionForm.text(form.place())),
                actor.may(Action.MANAGE, Causes.KIND),
                form,
                problem == null ? null : problem.field(),
                problem == null ? null : words.text("problem." + problem.code(), problem.arguments()));
    }

    private static CustomerBase read(BasePage.BaseForm form) {
        return new CustomerBase(
                PreventionForm.text(form.place()),
                day(PreventionForm.text(form.from())),
                number(PreventionForm.text(form.customers())),
                PreventionForm.text(form.source()));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("prevention.due", "from");
        }
    }

    /** With or without the commas between thousands. */
    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip().replace(",", "").replace("\uff0c", ""));
        } catch (NumberFormatException e) {
            throw Problem.invalid("base.customers", "customers");
        }
    }
}
