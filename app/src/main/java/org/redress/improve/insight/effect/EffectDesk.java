package org.redress.improve.insight.effect;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FailureTypes;
import org.redress.desk.ticket.TicketNumber;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerCard;
import org.redress.ground.party.CustomerId;
import org.redress.ground.party.Customers;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.redress.platform.web.SheetFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The effect of recoveries, the league of remedies, and the cases behind a figure. */
@Controller
class EffectDesk {

    private static final int LENGTH = 50;

    private final RecoveryEffects effects;
    private final EffectCases cases;
    private final EffectFiles files;
    private final Customers customers;

    EffectDesk(RecoveryEffects effects, EffectCases cases, EffectFiles files, Customers customers) {
        this.effects = effects;
        this.cases = cases;
        this.files = files;
        this.customers = customers;
    }

    @GetMapping("/effect")
    ModelAndView page(Actor actor) {
        return Page.of("insight/recovery-effect", effects.page(actor));
    }

    @GetMapping("/effect/league")
    ModelAndView league(Actor actor, Words words) {
        Map<String, List<LeaguePage.Row>> byType = new LinkedHashMap<>();
        for (LeagueLine line : effects.league(actor)) {
            byType.computeIfAbsent(line.type(), type -> new ArrayList<>())
                    .add(new LeaguePage.Row(words.text("remedy.kind." + line.kind()), line));
        }
        List<LeaguePage.Group> groups = byType.entrySet().stream()
                .map(one -> new LeaguePage.Group(type(words, one.getKey()), one.getValue()))
                .toList();
        return Page.of(
                "insight/league",
                new LeaguePage(
                        effects.reckonedAt(actor),
                        Reckoner.first(effects.today(actor)),
                        effects.leagueMinimum(actor),
                        groups,
                        actor.may(Action.EXPORT, RecoveryEffects.KIND),
                        actor.zone()));
    }

    @GetMapping("/effect/cases")
    ModelAndView cases(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "GIVEN") String side,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "") String after) {
        Side of = Arrays.stream(Side.values())
                .filter(one -> one.name().equals(side))
                .findFirst()
                .orElse(Side.GIVEN);
        Place place = Place.read(after);
        int horizon = days == 30 || days == 180 ? days : 90;
        List<EffectCases.Line> found = cases.of(
                actor, of, horizon, place == null ? null : place.on(), place == null ? null : place.id(), LENGTH + 1);
        List<EffectCases.Line> shown = found.size() > LENGTH ? found.subList(0, LENGTH) : found;
        Map<CustomerId, CustomerCard> cards = customers.cards(
                actor, shown.stream().map(EffectCases.Line::customer).distinct().toList());
        String next = found.size() > LENGTH
                ? "/effect/cases?side=" + of + "&days=" + horizon + "&after="
                        + shown.getLast().failedOn() + "_"
                        + shown.getLast().ticket().value()
                : null;
        return Page.of(
                "insight/effect-cases",
                new CasesPage(
                        of,
                        horizon,
                        shown.stream().map(line -> row(words, line, cards)).toList(),
                        next));
    }

    private static CasesPage.Row row(Words words, EffectCases.Line line, Map<CustomerId, CustomerCard> cards) {
        CustomerCard card = cards.get(line.customer());
        String name = card == null ? null : card.name() == null ? card.phone() : card.name();
        return new CasesPage.Row(
                "/tickets/" + line.ticket().value(),
                new TicketNumber(line.number()).toString(),
                name == null ? words.text("followup.nameless") : name,
                type(words, line.type() == null ? "" : line.type()),
                line.failedOn(),
                line.left(),
                line.stayed());
    }

    static String type(Words words, String code) {
        return code.isEmpty() ? words.text("recovery.effect.type.none") : FailureTypes.name(words, code);
    }

    @GetMapping("/effect.{format:csv|xlsx}")
    void retention(Actor actor, Words words, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        files.retention(actor, words, () -> open(words, format, "recovery.effect.title", response));
    }

    @GetMapping("/effect/league.{format:csv|xlsx}")
    void leagueFile(Actor actor, Words words, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        files.league(actor, words, () -> open(words, format, "recovery.effect.league", response));
    }

    private static Sheet open(Words words, String format, String key, HttpServletResponse response) throws IOException {
        Sheet.Format kind = format.equals("csv") ? Sheet.Format.CSV : Sheet.Format.XLSX;
        return SheetFile.open(response, kind, words.text(key));
    }

    /** A place in the list, as addresses write it. */
    private record Place(LocalDate on, UUID id) {

        static @Nullable Place read(String text) {
            int between = text.indexOf('_');
            try {
                return between < 0
                        ? null
                        : new Place(
                                LocalDate.parse(text.substring(0, between)),
                                UUID.fromString(text.substring(between + 1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                return null;
            }
        }
    }
}
