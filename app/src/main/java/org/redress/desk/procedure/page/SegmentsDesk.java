package org.redress.desk.procedure.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.procedure.Deciders;
import org.redress.desk.procedure.League;
import org.redress.desk.procedure.Ruling;
import org.redress.desk.procedure.Segment;
import org.redress.desk.procedure.SegmentBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a department has before it, what waits for a decision, and the league. */
@Controller
class SegmentsDesk {

    static final int LENGTH = 50;
    private static final String PATH = "/segments";
    private static final List<Integer> PERIODS = List.of(30, 90, 365);

    private final SegmentBoard board;
    private final Deciders deciders;
    private final League league;
    private final SegmentTable rows;
    private final Names names;
    private final Clock clock;

    SegmentsDesk(SegmentBoard board, Deciders deciders, League league, SegmentTable rows, Names names, Clock clock) {
        this.board = board;
        this.deciders = deciders;
        this.league = league;
        this.rows = rows;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            Words words,
            @RequestParam(defaultValue = "OFFERED") SegmentBoard.View view,
            @RequestParam @Nullable String at,
            @RequestParam @Nullable UUID id) {
        List<Segment> found = board.page(actor, view, SegmentBoard.After.parse(at, id), LENGTH + 1);
        List<Segment> shown = found.stream().limit(LENGTH).toList();
        String next = found.size() > LENGTH
                ? PATH + "?view=" + view + "&at="
                        + SegmentBoard.After.of(shown.getLast()).at() + "&id="
                        + shown.getLast().id().value()
                : null;
        Named named = names.of(actor, SegmentPanel.people(shown));
        return Page.of(
                "procedure/segments",
                new SegmentsPage(
                        view,
                        named.unit(words, actor.unit()),
                        board.counts(actor),
                        deciders.count(actor),
                        rows.of(actor, shown),
                        List.of(),
                        named,
                        next,
                        clock.instant(),
                        actor.zone()));
    }

    @GetMapping(PATH + "/decisions")
    ModelAndView waiting(
            Actor actor, Words words, @RequestParam @Nullable Instant at, @RequestParam @Nullable UUID id) {
        List<Ruling> found =
                deciders.waiting(actor, at == null ? Instant.EPOCH : at, id == null ? new UUID(0, 0) : id, LENGTH + 1);
        List<Ruling> shown = found.stream().limit(LENGTH).toList();
        String next = found.size() > LENGTH
                ? PATH + "/decisions?at=" + shown.getLast().stoppedAt() + "&id="
                        + shown.getLast().id()
                : null;
        Map<TicketId, TicketCard> cards =
                rows.cards(actor, shown.stream().map(Ruling::ticket).toList());
        Named named = names.of(actor, List.of());
        return Page.of(
                "procedure/segments",
                new SegmentsPage(
                        null,
                        named.unit(words, actor.unit()),
                        board.counts(actor),
                        deciders.count(actor),
                        List.of(),
                        shown.stream()
                                .map(one -> new SegmentsPage.Stopped(one, cards.get(one.ticket())))
                                .toList(),
                        named,
                        next,
                        clock.instant(),
                        actor.zone()));
    }

    @GetMapping(PATH + "/league")
    ModelAndView league(Actor actor, @RequestParam(defaultValue = "90") int days) {
        int period = PERIODS.contains(days) ? days : PERIODS.get(1);
        Instant since = clock.instant().minus(Duration.ofDays(period));
        List<League.Thrown> thrown = league.thrown(actor, since, LENGTH);
        return Page.of(
                "procedure/league",
                new LeaguePage(
                        period,
                        PERIODS,
                        thrown,
                        rows.cards(
                                actor,
                                thrown.stream().map(League.Thrown::ticket).toList()),
                        league.units(actor, since),
                        names.of(actor, List.of())));
    }
}
