package org.redress.improve.insight.effect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.CustomerId;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists behind figures: cases, answers, and customers without a failure. */
@Controller
class BehindDesk {

    private static final int LENGTH = 50;
    private static final Reach REACH = Reach.page(LENGTH);
    private static final String NONE = "NONE";
    private static final String LIST = "insight/effect-behind";

    private final RecoveryEffects effects;
    private final EffectCases cases;
    private final BehindFigures behind;
    private final BehindNames names;
    private final Bureaus bureaus;

    BehindDesk(RecoveryEffects effects, EffectCases cases, BehindFigures behind, BehindNames names, Bureaus bureaus) {
        this.effects = effects;
        this.cases = cases;
        this.behind = behind;
        this.names = names;
        this.bureaus = bureaus;
    }

    @GetMapping("/effect/cases")
    ModelAndView cases(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "GIVEN") String side,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "false") boolean matched,
            @RequestParam(defaultValue = "") String after) {
        Side of = side(side);
        int horizon = horizon(days);
        List<EffectCases.Line> found = cases.of(actor, of, horizon, matched, Place.read(after), LENGTH + 1);
        List<EffectCases.Line> shown = first(found);
        BehindNames.Names named = names.of(
                actor,
                words,
                shown.stream().map(EffectCases.Line::ticket).toList(),
                shown.stream().map(EffectCases.Line::customer).toList());
        String next = found.size() > LENGTH
                ? "/effect/cases?side=" + of + "&days=" + horizon + "&matched=" + matched + "&after="
                        + new Place(
                                shown.getLast().failedOn(),
                                shown.getLast().ticket().value())
                : null;
        return Page.of(
                "insight/effect-cases",
                new CasesPage(
                        of,
                        horizon,
                        matched,
                        effects.asOf(actor, words),
                        shown.stream()
                                .map(line -> new CasesPage.Row(
                                        named.ticket(line.ticket(), line.number()),
                                        named.customer(line.customer(), line.ticket()),
                                        type(words, line.type()),
                                        line.failedOn(),
                                        line.left(),
                                        line.stayed()))
                                .toList(),
                        next));
    }

    @GetMapping("/effect/league/cases")
    ModelAndView league(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "") String type,
            @RequestParam String kind,
            @RequestParam(defaultValue = "USED") LeagueFigure of,
            @RequestParam(defaultValue = "") String after) {
        RemedyKind remedy = RemedyKind.ofCode(kind).orElseThrow(() -> Problem.absent("recovery.effect.behind"));
        CurrencyUnit currency = CurrencyUnit.of(bureaus.get(actor.bureau()).currency());
        List<BehindFigures.Remedied> found =
                behind.remedied(actor, of, effects.codes(actor, type, kind), kind, Place.read(after), LENGTH + 1);
        List<BehindFigures.Remedied> shown = first(found);
        BehindNames.Names named = named(
                actor, words, shown.stream().map(BehindFigures.Remedied::of).toList());
        String next = found.size() > LENGTH
                ? "/effect/league/cases?type=" + encoded(type) + "&kind=" + kind + "&of=" + of + "&after="
                        + place(shown.getLast().of())
                : null;
        return Page.of(
                LIST,
                new BehindPage(
                        words.text("recovery.effect.behind." + of),
                        type(words, type) + " · " + words.text("remedy.kind." + remedy.code()),
                        effects.asOf(actor, words),
                        new BehindPage.Name("/effect/league", words.text("recovery.effect.league")),
                        true,
                        headings(words, "type", "failed", "cost", "satisfaction", "stayed90"),
                        shown.stream()
                                .map(one -> row(
                                        named,
                                        one.of(),
                                        List.of(
                                                type(words, one.of().type()),
                                                words.date(one.of().failedOn()),
                                                words.money(Money.of(
                                                        currency, one.cost(), java.math.RoundingMode.HALF_EVEN)),
                                                one.mark() == null ? "–" : words.number(one.mark()),
                                                stayed(words, one))))
                                .toList(),
                        false,
                        next));
    }

    @GetMapping("/effect/answers")
    ModelAndView answers(
            Actor actor,
            Words words,
            @RequestParam String group,
            @RequestParam String question,
            @RequestParam(defaultValue = "") String after) {
        if (!RecoveryEffects.GROUPS.contains(group)
                || !question.equals(RecoveryEffects.SERVICE) && !Said.QUESTIONS.contains(question)) {
            throw Problem.absent("recovery.effect.behind");
        }
        boolean compared = group.equals(NONE);
        Stretch<BehindFigures.Answer> found = compared
                ? behind.comparisons(actor, question, Place.read(after).customer(), REACH)
                : stretch(behind.answers(actor, group.equals("AGAIN"), question, Place.read(after), LENGTH + 1));
        List<BehindFigures.Answer> shown = found.lines();
        BehindNames.Names named = compared
                ? names.of(
                        actor,
                        words,
                        List.of(),
                        shown.stream().map(BehindFigures.Answer::customer).toList())
                : named(actor, words, shown.stream().map(BehindDesk::caseOf).toList());
        String next = found.further() == null
                ? null
                : "/effect/answers?group=" + group + "&question=" + question + "&after="
                        + (compared ? Place.of(found.further()) : place(caseOf(shown.getLast())));
        return Page.of(
                LIST,
                new BehindPage(
                        words.text("recovery.effect.behind.said"),
                        words.text("recovery.effect.group." + group) + " · " + words.text(asked(question)),
                        effects.asOf(actor, words),
                        new BehindPage.Name("/effect", words.text("recovery.effect.title")),
                        !compared,
                        compared
                                ? headings(words, "answered", "mark")
                                : headings(words, "type", "failed", "answered", "mark"),
                        shown.stream()
                                .map(one -> answer(words, named, question, one))
                                .toList(),
                        found.cut(REACH),
                        next));
    }

    @GetMapping("/effect/alike")
    ModelAndView alike(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "GIVEN") String side,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "") String after) {
        Side of = side(side);
        int horizon = horizon(days);
        Stretch<BehindFigures.Alike> found =
                behind.alike(actor, of, horizon, Place.read(after).customer(), REACH);
        BehindNames.Names named = names.of(
                actor,
                words,
                List.of(),
                found.lines().stream().map(BehindFigures.Alike::customer).toList());
        String next = found.further() == null
                ? null
                : "/effect/alike?side=" + of + "&days=" + horizon + "&after=" + Place.of(found.further());
        return Page.of(
                LIST,
                new BehindPage(
                        words.text("recovery.effect.behind.alike"),
                        words.text("recovery.effect.side." + of) + " · " + words.text("recovery.effect.after", horizon),
                        effects.asOf(actor, words),
                        new BehindPage.Name("/effect", words.text("recovery.effect.title")),
                        false,
                        headings(words, "months", "months.stayed"),
                        found.lines().stream()
                                .map(one -> new BehindPage.Row(
                                        null,
                                        named.customer(one.customer()),
                                        List.of(words.number(one.months()), words.number(one.stayed()))))
                                .toList(),
                        found.cut(REACH),
                        next));
    }

    private static BehindPage.Row answer(
            Words words, BehindNames.Names named, String question, BehindFigures.Answer one) {
        String on = words.date(one.on());
        String mark = question.equals("ELSEWHERE")
                ? words.text(one.mark() == 1 ? "answer.yes" : "answer.no")
                : words.number(one.mark());
        BehindFigures.Case of = one.of();
        return of == null
                ? new BehindPage.Row(null, named.customer(one.customer()), List.of(on, mark))
                : row(named, of, List.of(type(words, of.type()), words.date(of.failedOn()), on, mark));
    }

    private static String asked(String question) {
        return question.equals(RecoveryEffects.SERVICE)
                ? "recovery.effect.paradox"
                : "recovery.effect.said." + question;
    }

    private static BehindFigures.Case caseOf(BehindFigures.Answer one) {
        return java.util.Objects.requireNonNull(one.of());
    }

    private BehindNames.Names named(Actor actor, Words words, List<BehindFigures.Case> all) {
        List<CustomerId> customers =
                all.stream().map(BehindFigures.Case::customer).distinct().toList();
        return names.of(
                actor, words, all.stream().map(BehindFigures.Case::ticket).toList(), customers);
    }

    private static BehindPage.Row row(BehindNames.Names named, BehindFigures.Case one, List<String> cells) {
        return new BehindPage.Row(
                named.ticket(one.ticket(), one.number()), named.customer(one.customer(), one.ticket()), cells);
    }

    private static String stayed(Words words, BehindFigures.Remedied one) {
        if (one.stayed() == null) {
            return "–";
        }
        return one.stayed() || one.left() == null
                ? words.text("recovery.effect.still.yes")
                : words.text("recovery.effect.still.no", words.date(one.left()));
    }

    private static List<String> headings(Words words, String... keys) {
        return Arrays.stream(keys)
                .map(key -> words.text("recovery.effect." + key))
                .toList();
    }

    private static String type(Words words, @Nullable String code) {
        return EffectDesk.type(words, code == null ? "" : code);
    }

    private static Place place(BehindFigures.Case one) {
        return new Place(one.failedOn(), one.ticket().value());
    }

    /** A page of answers, of which one too many was asked for. */
    private static Stretch<BehindFigures.Answer> stretch(List<BehindFigures.Answer> found) {
        List<BehindFigures.Answer> shown = first(found);
        return new Stretch<>(shown, found.size() > LENGTH ? shown.getLast().customer() : null);
    }

    private static <T> List<T> first(List<T> found) {
        return found.size() > LENGTH ? found.subList(0, LENGTH) : found;
    }

    private static Side side(String name) {
        return Arrays.stream(Side.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(Side.GIVEN);
    }

    private static int horizon(int days) {
        return days == 30 || days == 180 ? days : 90;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
