package org.redress.improve.insight.ring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketNumber;
import org.redress.desk.ticket.TicketState;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.improve.insight.Cause;
import org.redress.improve.insight.Causes;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The home page, and the lists behind those of its figures that have no list elsewhere. */
@Controller
class RingController {

    private static final int PAGE = 25;

    private final Ring ring;
    private final RingRows rows;
    private final TicketBoard tickets;
    private final Causes causes;

    RingController(Ring ring, RingRows rows, TicketBoard tickets, Causes causes) {
        this.ring = ring;
        this.rows = rows;
        this.tickets = tickets;
        this.causes = causes;
    }

    @GetMapping("/")
    ModelAndView home(Actor actor, Words words) {
        return Page.of("insight/ring", ring.page(actor, words));
    }

    @GetMapping("/ring/{slug}")
    ModelAndView list(
            Actor actor,
            Words words,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID after) {
        actor.require(Action.READ, "ticket");
        actor.require(Action.READ, "cause");
        RingSlice slice = RingSlice.ofSlug(slug).orElseThrow(() -> Problem.absent("ring.absent"));
        RingRows.Ask ask = ring.ask(actor);
        List<RingRows.Line> found = rows.lines(ask, slice, at, after, PAGE + 1);
        List<RingRows.Line> page = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE
                ? slice.href() + "?at=" + page.getLast().moment() + "&after="
                        + page.getLast().ticket()
                : null;
        return Page.of(
                "insight/ring-list",
                new RingListPage(
                        words.text("ring.slice." + slice),
                        words.text("ring.slice." + slice + ".means", ask.window()),
                        words.text("ring.moment." + slice),
                        rows.count(ask, slice),
                        lines(actor, words, page),
                        next));
    }

    private List<RingListPage.Row> lines(Actor actor, Words words, List<RingRows.Line> page) {
        Map<TicketId, String> subjects =
                tickets
                        .cards(
                                actor,
                                page.stream()
                                        .map(line -> new TicketId(line.ticket()))
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(TicketCard::id, TicketCard::subject));
        Map<UUID, Cause> names = causes.tree(actor).stream()
                .collect(Collectors.toMap(cause -> cause.id().value(), Function.identity()));
        return page.stream()
                .map(line -> new RingListPage.Row(
                        new TicketNumber(line.number()).toString(),
                        "/tickets/" + line.ticket(),
                        subjects.getOrDefault(new TicketId(line.ticket()), ""),
                        words.dateTime(line.moment(), actor.zone()),
                        words.dateTime(line.receivedAt(), actor.zone()),
                        line.place(),
                        words.text("ticket.channel." + line.channel()),
                        type(words, line.type()),
                        line.cause() == null || !names.containsKey(line.cause())
                                ? ""
                                : names.get(line.cause()).name(words),
                        words.text("ticket.state."
                                + TicketState.ofWire(line.state()).name())))
                .toList();
    }

    private static String type(Words words, @Nullable String code) {
        String key = "failure.type." + code;
        return code == null ? "" : words.has(key) ? words.text(key) : code;
    }
}
