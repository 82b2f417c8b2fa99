package org.redress.desk.recovery.reaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.FirstApologies;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Late steps of all reactions, and how long customers wait for the first apology. */
@Controller
@RequestMapping(ReactionDesk.PATH)
class ReactionDesk {

    static final String PATH = "/reactions";

    private static final int LENGTH = 50;
    private static final int DAYS = 30;

    private final Reactions reactions;
    private final FirstApologies apologies;
    private final TicketBoard board;
    private final Bureaus bureaus;
    private final Clock clock;

    ReactionDesk(Reactions reactions, FirstApologies apologies, TicketBoard board, Bureaus bureaus, Clock clock) {
        this.reactions = reactions;
        this.apologies = apologies;
        this.board = board;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    static String path(TicketId ticket) {
        return "/tickets/" + ticket.value() + "/reaction";
    }

    @GetMapping
    ModelAndView late(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant due,
            @RequestParam(required = false) @Nullable UUID ticket,
            @RequestParam(defaultValue = "") String step) {
        Reactions.After after =
                due == null || ticket == null ? Reactions.After.START : new Reactions.After(due, ticket, step);
        List<StepStanding> found = reactions.late(actor, after, LENGTH + 1);
        List<StepStanding> shown = found.stream().limit(LENGTH).toList();
        StepStanding last = shown.isEmpty() ? null : shown.getLast();
        return Page.of(
                "recovery/reactions",
                new ReactionListPage(
                        shown,
                        cards(actor, shown),
                        apologies.lateSteps(actor),
                        clock.instant(),
                        actor.zone(),
                        last != null && found.size() > LENGTH
                                ? PATH + "?due=" + last.dueAt() + "&ticket="
                                        + last.ticket().value() + "&step=" + last.step()
                                : null));
    }

    @GetMapping("/apologies")
    ModelAndView apologies(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID ticket) {
        Instant now = clock.instant();
        int period = ApologyPage.PERIODS.contains(days) ? days : DAYS;
        Instant from = now.minus(Duration.ofDays(period));
        UnitId of = unit == null ? null : new UnitId(unit);
        List<StepStanding> found = reactions.apologies(actor, from, of, at, ticket, LENGTH + 1);
        List<StepStanding> shown = found.stream().limit(LENGTH).toList();
        StepStanding last = shown.isEmpty() ? null : shown.getLast();
        return Page.of(
                "recovery/apologies",
                new ApologyPage(
                        apologies.between(actor, from, now),
                        bureaus.units(actor.bureau()).stream().collect(Collectors.toMap(Unit::id, Function.identity())),
                        of,
                        period,
                        shown,
                        cards(actor, shown),
                        now,
                        actor.zone(),
                        last != null && found.size() > LENGTH
                                ? ApologyPage.path(of, period) + "&at=" + last.startedAt() + "&ticket="
                                        + last.ticket().value()
                                : null));
    }

    private Map<TicketId, TicketCard> cards(Actor actor, Collection<StepStanding> steps) {
        return board
                .cards(
                        actor,
                        steps.stream().map(StepStanding::ticket).distinct().toList())
                .stream()
                .collect(Collectors.toMap(TicketCard::id, Function.identity()));
    }
}
