package org.redress.improve.insight.ring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.RingFigures;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.rulebook.Rulebook;
import org.redress.improve.insight.chart.HourBars;
import org.redress.improve.insight.chart.RingDrawing;
import org.redress.platform.text.Words;
import org.redress.platform.web.ClockChip;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the home page together. All of it is read from one state of the database. */
@Component
class Ring {

    private static final int WORK = 6;
    private static final int WEEKS_COMPARED = 8;

    private final TicketBoard tickets;
    private final RingRows rows;
    private final Stations stations;
    private final TodayFigures figures;
    private final PreventionTally preventions;
    private final Commitments commitments;
    private final Rulebook rulebook;
    private final java.time.Clock time;

    Ring(
            TicketBoard tickets,
            RingRows rows,
            Stations stations,
            TodayFigures figures,
            PreventionTally preventions,
            Commitments commitments,
            Rulebook rulebook,
            java.time.Clock time) {
        this.tickets = tickets;
        this.rows = rows;
        this.stations = stations;
        this.figures = figures;
        this.preventions = preventions;
        this.commitments = commitments;
        this.rulebook = rulebook;
        this.time = time;
    }

    RingRows.Ask ask(Actor actor) {
        Instant now = time.instant();
        LocalDate today = LocalDate.ofInstant(now, actor.zone());
        return new RingRows.Ask(actor, now, rulebook.days(actor.bureau(), "repeat.window", today));
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public RingPage page(Actor actor, Words words) {
        actor.require(Action.READ, "ticket");
        RingRows.Ask ask = ask(actor);
        RingFigures desk = tickets.figures(actor, ask.now());
        PreventionTally.Tally actions = preventions.of(actor, ask.today());
        long cameBack = rows.count(ask, RingSlice.CAME_BACK);
        List<Integer> flows = List.of(
                (int) rows.count(ask, RingSlice.CLASSIFIED),
                (int) rows.count(ask, RingSlice.RESOLVED),
                actions.openedToday(),
                (int) cameBack);
        Optional<LocalDate> first = rows.first(ask);
        long open = desk.identify().waiting()
                + desk.recover().waiting()
                + desk.close().waiting();
        return new RingPage(
                words.dateTime(ask.now(), actor.zone()),
                first.isEmpty() && open == 0,
                actor.may(Action.WRITE, "import"),
                RingDrawing.of(
                        List.of(load(desk.identify()), load(desk.recover()), load(desk.close()), actions.load()),
                        flows),
                stations.of(ask, words, desk, actions),
                said(words, flows),
                open,
                desk.identify().late() + desk.recover().late() + desk.close().late(),
                Stations.view(TicketView.OPEN),
                Stations.view(TicketView.LATE),
                cameBack,
                figures.of(ask, words, desk, actions),
                first.map(day -> hours(ask, words, day)).orElse(null),
                work(actor, words, ask.now()),
                tickets.count(actor, TicketView.MINE, TicketFilter.NONE),
                Stations.view(TicketView.MINE));
    }

    private static RingDrawing.Load load(RingFigures.Station station) {
        return new RingDrawing.Load(
                (int) (station.waiting() - station.late() - station.dueToday()), (int) station.dueToday(), (int)
                        station.late());
    }

    private static List<RingPage.Flow> said(Words words, List<Integer> flows) {
        List<String> hrefs = List.of(
                RingSlice.CLASSIFIED.href(),
                RingSlice.RESOLVED.href(),
                "/actions?show=today",
                RingSlice.CAME_BACK.href());
        return IntStream.range(0, flows.size())
                .mapToObj(i -> new RingPage.Flow(hrefs.get(i), words.text("ring.flow." + (i + 1), flows.get(i))))
                .toList();
    }

    /** Today by the hour, against the same weekday of the last weeks for which there are tickets at all. */
    private RingPage.@Nullable Hours hours(RingRows.Ask ask, Words words, LocalDate first) {
        LocalDate today = ask.today();
        List<LocalDate> earlier = IntStream.rangeClosed(1, WEEKS_COMPARED)
                .mapToObj(today::minusWeeks)
                .filter(day -> !day.isBefore(first))
                .toList();
        List<LocalDate> days = new ArrayList<>(earlier);
        days.add(today);
        Map<LocalDate, int[]> counts = rows.hours(ask, days);
        int hourNow = ask.now().atZone(ask.actor().zone()).getHour();
        List<HourBars.Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            int at = hour;
            int lowest =
                    earlier.stream().mapToInt(day -> of(counts, day)[at]).min().orElse(0);
            int highest =
                    earlier.stream().mapToInt(day -> of(counts, day)[at]).max().orElse(0);
            hours.add(new HourBars.Hour(hour, hour > hourNow ? null : of(counts, today)[hour], lowest, highest));
        }
        List<HourBars.Hour> shown = worthShowing(hours);
        String weekday = today.getDayOfWeek().getDisplayName(TextStyle.FULL, words.locale());
        return shown.isEmpty()
                ? null
                : new RingPage.Hours(
                        HourBars.of(shown),
                        shown,
                        earlier.size(),
                        weekday,
                        words.text(
                                "ring.hours.said",
                                weekday,
                                earlier.size(),
                                IntStream.of(of(counts, today)).sum()));
    }

    private static int[] of(Map<LocalDate, int[]> counts, LocalDate day) {
        return counts.getOrDefault(day, new int[24]);
    }

    /** From the first to the last hour in which anything ever came. */
    static List<HourBars.Hour> worthShowing(List<HourBars.Hour> hours) {
        int from = 0;
        int until = hours.size();
        while (from < until && quiet(hours.get(from))) {
            from++;
        }
        while (until > from && quiet(hours.get(until - 1))) {
            until--;
        }
        return hours.subList(from, until);
    }

    private static boolean quiet(HourBars.Hour hour) {
        return hour.highest() == 0 && (hour.today() == null || hour.today() == 0);
    }

    private List<RingPage.Work> work(Actor actor, Words words, Instant now) {
        List<TicketCard> cards = tickets.page(actor, TicketView.MINE, TicketFilter.NONE, null, WORK)
                .cards();
        Map<Subject, List<Clock>> clocks = commitments.of(
                actor,
                cards.stream().map(card -> Subject.ticket(card.id().value())).toList());
        return cards.stream()
                .map(card -> new RingPage.Work(
                        "/tickets/" + card.id().value(),
                        chip(words, card, clocks.get(Subject.ticket(card.id().value())), now),
                        card.subject(),
                        words.text("ticket.kind." + card.kind().name()),
                        card.number().toString()))
                .toList();
    }

    /** What the ticket's clock says of itself; where none is open, what is left to do. */
    private static ClockChip chip(Words words, TicketCard card, @Nullable List<Clock> clocks, Instant now) {
        if (clocks == null || clocks.getLast().state(now).ended()) {
            return card.state() == TicketState.RESOLVED
                    ? ClockChip.of("ok", null, words.text("ring.toclose"))
                    : ClockChip.of("done", null, words.text("ring.answered"));
        }
        ClockChip own = clocks.getLast().chip(now, words);
        return ClockChip.of(own.state(), null, own.text());
    }
}
