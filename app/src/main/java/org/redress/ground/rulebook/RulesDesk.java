package org.redress.ground.rulebook;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.rulebook.RulePage.Standing;
import org.redress.ground.rulebook.RulePage.Typed;
import org.redress.ground.rulebook.RulePage.Version;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.NavEntry;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the rulebook. */
@Controller
class RulesDesk {

    private final Rulebook rulebook;
    private final Staff staff;
    private final List<RunningLimits> running;
    private final FormKeys keys;
    private final Clock clock;

    RulesDesk(Rulebook rulebook, Staff staff, List<RunningLimits> running, FormKeys keys, Clock clock) {
        this.rulebook = rulebook;
        this.staff = staff;
        this.running = running;
        this.keys = keys;
        this.clock = clock;
    }

    @Bean
    static NavEntry rulesNav() {
        return new NavEntry(60, "govern", "/rules", "shield-check");
    }

    @GetMapping("/rules")
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "") String show) {
        return Page.of(
                "rulebook/rules", RulesPage.of(rulebook.list(actor), rulebook.waiting(actor), show.equals("open")));
    }

    @GetMapping("/rules/{code}")
    ModelAndView rule(Actor actor, Words words, @PathVariable String code) {
        return Page.of("rulebook/rule", page(actor, words, code, Typed.NOTHING));
    }

    @PostMapping("/rules/{code}/confirm")
    ModelAndView confirm(
            Actor actor,
            Words words,
            @PathVariable String code,
            @RequestParam UUID version,
            @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            rulebook.confirm(actor, code, version);
            return "/rules/" + code;
        });
        return Page.then(next, Notice.done(words.text("rules.confirmed", code)));
    }

    @PostMapping("/rules/{code}/revise")
    ModelAndView revise(
            Actor actor,
            Words words,
            @PathVariable String code,
            @RequestParam String scope,
            @RequestParam String amount,
            @RequestParam String from,
            @RequestParam String source,
            @RequestParam String formKey) {
        Typed typed = new Typed(scope, amount, from, source, null, null);
        try {
            Revision revision = new Revision(code, scope, number(amount), date(from), source.strip());
            String next = keys.once(actor.bureau().value(), formKey, () -> {
                rulebook.revise(actor, revision);
                return "/rules/" + code;
            });
            return Page.then(next, Notice.done(words.text("rules.revised", code)));
        } catch (Problem refused) {
            if (refused.field() == null) {
                throw refused;
            }
            Typed back = typed.refused(refused.field(), words.text("problem." + refused.code(), refused.arguments()));
            return Page.of("rulebook/rule", page(actor, words, code, back), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Lets what runs go by the version in force. */
    @PostMapping("/rules/{code}/apply")
    ModelAndView apply(
            Actor actor,
            Words words,
            @PathVariable String code,
            @RequestParam UUID version,
            @RequestParam String formKey) {
        String next = keys.once(actor.bureau().value(), formKey, () -> {
            Rule inForce = rulebook.inForce(actor, code, version);
            if (!inForce.unit().isTime()) {
                throw Problem.invalid("rule.untimed", null, code);
            }
            running.forEach(one -> one.bring(actor, inForce));
            return "/rules/" + code;
        });
        return Page.then(next, Notice.done(words.text("rules.applied", code)));
    }

    private static BigDecimal number(String typed) {
        try {
            return new BigDecimal(typed.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid("rule.number", "amount");
        }
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("rule.date", "from");
        }
    }

    private RulePage page(Actor actor, Words words, String code, Typed typed) {
        List<Rule> versions = rulebook.versions(actor, code);
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        Rule now = rulebook.find(actor.bureau(), code, today).orElse(null);
        Map<StaffId, StaffMember> names = staff.members(
                actor,
                versions.stream()
                        .map(Rule::confirmation)
                        .filter(Objects::nonNull)
                        .map(Rule.Confirmation::by)
                        .toList());
        return new RulePage(
                now == null ? versions.getFirst() : now,
                actor.zone(),
                actor.may(Action.MANAGE, "rule"),
                behind(actor, now),
                now != null
                        && actor.may(Action.MANAGE, "rule")
                        && !actor.staff().equals(now.author()),
                versions.stream()
                        .map(rule -> new Version(
                                rule,
                                standing(rule, now, today),
                                signer(rule, names),
                                rule.toBeConfirmed()
                                        && !(rule.waits() && actor.staff().equals(rule.author()))))
                        .toList(),
                versions.stream()
                        .map(Rule::jurisdiction)
                        .distinct()
                        .map(scope -> new Choice(scope, Rule.scope(scope, words)))
                        .toList(),
                typed);
    }

    private long behind(Actor actor, @Nullable Rule inForce) {
        if (inForce == null || !inForce.unit().isTime()) {
            return 0;
        }
        long behind = 0;
        for (RunningLimits one : running) {
            behind += one.behind(actor, inForce);
        }
        return behind;
    }

    private static Standing standing(Rule rule, @Nullable Rule now, LocalDate today) {
        if (rule.equals(now)) {
            return Standing.NOW;
        }
        if (rule.waits()) {
            return Standing.WAITS;
        }
        return rule.validFrom().isAfter(today) ? Standing.LATER : Standing.PAST;
    }

    private static @Nullable String signer(Rule rule, Map<StaffId, StaffMember> names) {
        if (rule.confirmation() == null) {
            return null;
        }
        StaffMember member = names.get(rule.confirmation().by());
        return member == null ? "redress" : member.name();
    }
}
