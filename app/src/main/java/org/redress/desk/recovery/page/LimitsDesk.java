package org.redress.desk.recovery.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.desk.recovery.authority.AuthorityLimits;
import org.redress.desk.recovery.authority.Kinship;
import org.redress.desk.recovery.authority.Kinships;
import org.redress.desk.recovery.ledger.Compensations;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Attempt;
import org.redress.platform.web.Forms;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The limits of posts, and what members of staff declare of themselves. */
@Controller
class LimitsDesk {

    static final String PATH = MoneyDesk.PATH + "/limits";

    private final AuthorityLimits limits;
    private final Kinships kinships;
    private final Compensations ledger;
    private final Forms forms;

    LimitsDesk(AuthorityLimits limits, Kinships kinships, Compensations ledger, Forms forms) {
        this.limits = limits;
        this.kinships = kinships;
        this.ledger = ledger;
        this.forms = forms;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        return page(actor, Attempt.NONE);
    }

    private ModelAndView page(Actor actor, Attempt attempt) {
        LocalDate today = ledger.today(actor);
        List<Kinship> declared = kinships.of(actor);
        return Page.of(
                "recovery/limits",
                new LimitsPage(
                        limits.list(actor, today),
                        actor.post(),
                        limits.second(actor, today),
                        AuthorityLimits.countsIn(ledger.currency(actor)),
                        actor.may(Action.MANAGE, "rule"),
                        declared,
                        kinships.customers(actor, declared),
                        attempt));
    }

    @PostMapping(PATH + "/kin")
    ModelAndView declare(Actor actor, Words words, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, "kin", typed, words.text("kin.done"));
        return forms.take(
                form,
                () -> {
                    kinships.declare(actor, form.typed("customer"), relation(form.typed("relation")));
                    return PATH;
                },
                attempt -> page(actor, attempt));
    }

    @PostMapping(PATH + "/kin/{customer}/withdraw")
    ModelAndView withdraw(
            Actor actor, Words words, @PathVariable UUID customer, @RequestParam Map<String, String> typed) {
        Forms.Form form = new Forms.Form(actor.bureau().value(), words, "withdraw", typed, words.text("kin.withdrawn"));
        return forms.take(
                form,
                () -> {
                    kinships.withdraw(actor, new CustomerId(customer));
                    return PATH;
                },
                attempt -> page(actor, attempt));
    }

    private static Kinship.Relation relation(String typed) {
        try {
            return Kinship.Relation.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("kin.relation", "relation");
        }
    }
}
