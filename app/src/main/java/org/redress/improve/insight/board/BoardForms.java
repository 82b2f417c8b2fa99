package org.redress.improve.insight.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.improve.insight.Places;
import org.redress.platform.text.Words;
import org.redress.platform.web.Choice;
import org.springframework.stereotype.Component;

/** The board's filter bar. */
@Component
class BoardForms {

    private static final int MOST_PLACES = 400;
    private static final List<Integer> WEEKS = List.of(4, 13, 26, 52);

    private final Places places;
    private final Bureaus bureaus;

    BoardForms(Places places, Bureaus bureaus) {
        this.places = places;
        this.bureaus = bureaus;
    }

    BoardPage.Form form(Actor actor, Words words, BoardFilter filter, By by, LocalDate today) {
        return new BoardPage.Form(
                filter.from().toString(),
                filter.to().toString(),
                filter.place() == null ? "" : filter.place(),
                filter.channel() == null ? "" : filter.channel().name(),
                filter.unit() == null ? "" : filter.unit().toString(),
                filter.kind() == null ? "" : filter.kind().name(),
                by.slug(),
                places(actor, words, filter),
                all(
                        words,
                        "board.channels",
                        Arrays.stream(Channel.values())
                                .map(one -> new Choice(one.name(), words.text("ticket.channel." + one.name())))
                                .toList()),
                all(
                        words,
                        "board.units",
                        bureaus.units(actor.bureau()).stream()
                                .map(one -> new Choice(one.id().value().toString(), one.name(words.chinese())))
                                .toList()),
                all(
                        words,
                        "board.kinds",
                        Arrays.stream(TicketKind.values())
                                .map(one -> new Choice(one.name(), words.text("ticket.kind." + one.name())))
                                .toList()),
                periods(words, filter, by, today),
                views(words, filter, by));
    }

    private List<Choice> places(Actor actor, Words words, BoardFilter filter) {
        List<String> names = new ArrayList<>(places.list(actor, MOST_PLACES));
        if (filter.place() != null && !names.contains(filter.place())) {
            names.addFirst(filter.place());
        }
        return all(
                words,
                "board.places",
                names.stream().map(one -> new Choice(one, one)).toList());
    }

    private static List<Choice> all(Words words, String everything, List<Choice> choices) {
        List<Choice> list = new ArrayList<>();
        list.add(new Choice("", words.text(everything)));
        list.addAll(choices);
        return List.copyOf(list);
    }

    private static List<BoardPage.Link> periods(Words words, BoardFilter filter, By by, LocalDate today) {
        return WEEKS.stream()
                .map(weeks -> {
                    BoardFilter period = filter.during(today.minusWeeks(weeks).plusDays(1), today);
                    return new BoardPage.Link(
                            words.text("board.lastweeks", weeks), Board.path(period, by), period.equals(filter));
                })
                .toList();
    }

    private static List<BoardPage.Link> views(Words words, BoardFilter filter, By by) {
        return Arrays.stream(By.values())
                .map(one ->
                        new BoardPage.Link(words.text("board.by." + one.name()), Board.path(filter, one), one == by))
                .toList();
    }
}
