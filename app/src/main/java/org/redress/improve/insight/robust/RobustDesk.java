package org.redress.improve.insight.robust;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Procedure;
import org.redress.desk.procedure.ProcedureId;
import org.redress.desk.procedure.Stage;
import org.redress.desk.procedure.StageRecord;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Unit;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Robust design in the browser. */
@Controller
class RobustDesk {

    private static final int PAGE = 30;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final RobustDesigns designs;
    private final TicketBoard tickets;
    private final Bureaus bureaus;

    RobustDesk(RobustDesigns designs, TicketBoard tickets, Bureaus bureaus) {
        this.designs = designs;
        this.tickets = tickets;
        this.bureaus = bureaus;
    }

    @GetMapping("/robust")
    ModelAndView list(Actor actor) {
        return Page.of(
                "insight/robust",
                new RobustListPage(
                        designs.list(actor),
                        designs.days(actor),
                        designs.least(actor),
                        designs.until(actor),
                        actor.zone()));
    }

    @GetMapping("/robust/{id}")
    ModelAndView show(
            Actor actor,
            Words words,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version) {
        Procedure found = designs.version(actor, new ProcedureId(id), version);
        return Page.of(
                "insight/robust-procedure",
                new RobustPage(
                        found,
                        designs.places(actor, found),
                        bureaus.units(actor.bureau()).stream()
                                .collect(Collectors.toMap(
                                        Unit::id, unit -> words.chinese() ? unit.nameZh() : unit.nameEn())),
                        designs.complaints(actor, found),
                        found.type() == null
                                ? null
                                : "/causes?from=" + designs.first(actor) + "&to=" + designs.today(actor)
                                        + "&kind=COMPLAINT&by=type&of=" + found.type() + "#tickets",
                        designs.days(actor),
                        designs.least(actor),
                        designs.until(actor),
                        actor.zone(),
                        actor.may(Action.MANAGE, "procedure")));
    }

    @GetMapping("/robust/{id}/{place}/{what}")
    ModelAndView behind(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int place,
            @PathVariable String what,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID after) {
        Procedure found = designs.version(actor, new ProcedureId(id), version);
        Stage stage = found.stages().stream()
                .filter(one -> one.place() == place)
                .findFirst()
                .orElseThrow(() -> Problem.absent("procedure.absent"));
        StageRecord.Behind wanted =
                StageRecord.Behind.ofSlug(what).orElseThrow(() -> Problem.absent("procedure.absent"));
        List<StageRecord.Line> lines = designs.behind(
                actor,
                found,
                place,
                wanted,
                at == null ? LATEST : at,
                after == null ? new UUID(-1, -1) : after,
                PAGE + 1);
        List<StageRecord.Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        Map<TicketId, TicketCard> cards =
                tickets
                        .cards(
                                actor,
                                shown.stream()
                                        .map(StageRecord.Line::ticket)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(TicketCard::id, Function.identity()));
        return Page.of(
                "insight/robust-behind",
                new BehindPage(
                        found,
                        stage,
                        wanted,
                        shown.stream()
                                .filter(line -> cards.containsKey(line.ticket()))
                                .map(line -> new BehindPage.Row(
                                        java.util.Objects.requireNonNull(cards.get(line.ticket())),
                                        line.at(),
                                        line.why()))
                                .toList(),
                        lines.size() <= PAGE
                                ? null
                                : RobustPage.address(id) + "/" + place + "/" + what + "?version=" + found.number()
                                        + "&at="
                                        + shown.getLast().at() + "&after="
                                        + shown.getLast().segment().value(),
                        actor.zone()));
    }
}
