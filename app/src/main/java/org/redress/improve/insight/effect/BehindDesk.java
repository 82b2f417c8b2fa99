package org.redress.improve.insight.effect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketNumber;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What stands behind figures of the effect: the cases of a line of the league, and the customers with whom cases are compared. */
@Controller
class BehindDesk {

    private static final int LENGTH = 50;

    private final RecoveryEffects effects;
    private final LeagueCases league;
    private final EffectCases cases;
    private final AlikeGroups groups;
    private final Customers customers;

    BehindDesk(
            RecoveryEffects effects, LeagueCases league, EffectCases cases, AlikeGroups groups, Customers customers) {
        this.effects = effects;
        this.league = league;
        this.cases = cases;
        this.groups = groups;
        this.customers = customers;
    }

    @GetMapping("/effect/league/cases")
    ModelAndView league(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "USED") String of,
            @RequestParam(required = false) @Nullable LocalDate at,
            @RequestParam(required = false) @Nullable UUID after) {
        LeagueCases.Of figure = Stream.of(LeagueCases.Of.values())
                .filter(one -> one.name().equals(of))
                .findFirst()
                .orElse(LeagueCases.Of.USED);
        if (!words.has("remedy.kind." + kind)) {
            throw Problem.absent("effect.absent");
        }
        List<LeagueCases.Line> found = league.of(actor, type, kind, figure, at, after, LENGTH + 1);
        List<LeagueCases.Line> shown = found.stream().limit(LENGTH).toList();
        Map<CustomerId, CustomerCard> cards = customers.cards(
                actor, shown.stream().map(LeagueCases.Line::customer).distinct().toList());
        return Page.of(
                "insight/league-cases",
                new LeagueCasesPage(
                        EffectDesk.type(words, type),
                        words.text("remedy.kind." + kind),
                        figure.name(),
                        shown.stream()
                                .map(one -> new LeagueCasesPage.Row(
                                        "/tickets/" + one.ticket().value(),
                                        new TicketNumber(one.number()).toString(),
                                        name(words, cards, one.customer()),
                                        one.failedOn(),
                                        one.recovery(),
                                        one.old(),
                                        one.stayed(),
                                        one.left()))
                                .toList(),
                        found.size() > LENGTH
                                ? "/effect/league/cases?type=" + URLEncoder.encode(type, StandardCharsets.UTF_8)
                                        + "&kind=" + kind + "&of=" + figure + "&at="
                                        + shown.getLast().failedOn() + "&after="
                                        + shown.getLast().ticket().value()
                                : null));
    }

    @GetMapping("/effect/alike")
    ModelAndView alike(
            Actor actor,
            @RequestParam(defaultValue = "GIVEN") String side,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "") String after) {
        Side of = side(side);
        int horizon = EffectDesk.horizon(days);
        List<AlikeGroup> all = groups.of(actor, of, horizon);
        List<String> keys = all.stream().map(one -> one.cell().key()).toList();
        int from = keys.indexOf(after) + 1;
        List<AlikeGroup> shown = all.subList(from, Math.min(all.size(), from + LENGTH));
        Retention line = effects.page(actor).retention().stream()
                .filter(one -> one.side() == of && one.days() == horizon)
                .findFirst()
                .orElseThrow();
        return Page.of(
                "insight/alike",
                new AlikePage(
                        of,
                        horizon,
                        shown,
                        all.size(),
                        line.cases(),
                        line.matched(),
                        effects.page(actor).minimum(),
                        actor.may(Action.EXPORT, RecoveryEffects.KIND),
                        from + LENGTH < all.size()
                                ? "/effect/alike?side=" + of + "&days=" + horizon + "&after="
                                        + shown.getLast().cell().key()
                                : null));
    }

    @GetMapping("/effect/alike/group")
    ModelAndView group(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "GIVEN") String side,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable LocalDate at,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID like) {
        Side of = side(side);
        Cell cell = Cell.read(key, of, EffectDesk.horizon(days));
        if (cell == null) {
            throw Problem.absent("effect.absent");
        }
        List<EffectCases.Line> found = cases.of(actor, cell, of, at, after, LENGTH + 1);
        List<EffectCases.Line> ours = found.stream().limit(LENGTH).toList();
        List<AlikeGroups.Like> others = groups.others(actor, cell, like, LENGTH + 1);
        List<AlikeGroups.Like> theirs = others.stream().limit(LENGTH).toList();
        Map<CustomerId, CustomerCard> cards = customers.cards(
                actor,
                Stream.concat(
                                ours.stream().map(EffectCases.Line::customer),
                                theirs.stream().map(AlikeGroups.Like::customer))
                        .distinct()
                        .toList());
        String path = "/effect/alike/group?side=" + of + "&days=" + cell.days() + "&key=" + cell.key();
        return Page.of(
                "insight/alike-group",
                new AlikeGroupPage(
                        of,
                        cell,
                        ours.stream()
                                .map(one -> EffectDesk.row(words, one, cards))
                                .toList(),
                        found.size() > LENGTH
                                ? path + "&at=" + ours.getLast().failedOn() + "&after="
                                        + ours.getLast().ticket().value() + (like == null ? "" : "&like=" + like)
                                : null,
                        theirs.stream().map(one -> like(words, cards, one)).toList(),
                        others.size() > LENGTH
                                ? path + (at == null || after == null ? "" : "&at=" + at + "&after=" + after) + "&like="
                                        + theirs.getLast().customer().value()
                                : null));
    }

    private static AlikeGroupPage.Like like(Words words, Map<CustomerId, CustomerCard> cards, AlikeGroups.Like one) {
        return new AlikeGroupPage.Like(
                "/customers/" + one.customer().value(),
                name(words, cards, one.customer()),
                one.since(),
                one.stayed(),
                one.left());
    }

    static String name(Words words, Map<CustomerId, CustomerCard> cards, CustomerId customer) {
        CustomerCard card = cards.get(customer);
        String name = card == null ? null : card.name() == null ? card.phone() : card.name();
        return Objects.requireNonNullElseGet(name, () -> words.text("followup.nameless"));
    }

    private static Side side(String typed) {
        return Arrays.stream(Side.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(Side.GIVEN);
    }
}
