package org.redress.improve.insight.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;

/** The tickets behind a figure, page by page. */
@Component
class Drills {

    private static final int PAGE = 13;

    private final BoardRows rows;
    private final TicketBoard tickets;

    Drills(BoardRows rows, TicketBoard tickets) {
        this.rows = rows;
        this.tickets = tickets;
    }

    BoardPage.Drill of(
            Actor actor, Words words, BoardFilter filter, By by, Slice slice, Naming naming, BoardRequest request) {
        BoardRows.Cursor cursor = request.cursor();
        boolean backward = request.backward();
        List<BoardRows.Line> found = rows.lines(actor, filter, by, slice, cursor, backward, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<BoardRows.Line> page = !more ? found : backward ? found.subList(1, PAGE + 1) : found.subList(0, PAGE);
        boolean newer = backward ? more : cursor != null;
        boolean older = backward || more;
        String path = Board.path(filter, by) + "&of=" + Board.encoded(slice.slug());
        return new BoardPage.Drill(
                title(words, by, slice, naming),
                rows.count(actor, filter, by, slice),
                by == By.TYPE,
                lines(actor, words, filter, by, naming, page),
                newer && !page.isEmpty() ? path + "&before=" + BoardRequest.cursor(page.getFirst()) + "#tickets" : null,
                older && !page.isEmpty() ? path + "&after=" + BoardRequest.cursor(page.getLast()) + "#tickets" : null,
                Board.files(actor, "/causes/tickets", filter, by, slice.slug()));
    }

    static String title(Words words, By by, Slice slice, Naming naming) {
        return switch (slice) {
            case Slice.One one -> naming.value(by, one.value());
            case Slice.Below below -> naming.cause(UUID.fromString(below.cause()));
            case Slice.Rest rest -> words.text("board.slice.rest");
            case Slice.Named named -> words.text("board.slice.all." + by.name());
            case Slice.DoneWithout done -> words.text("board.slice.done." + by.name());
            case Slice.OpenWithout open -> words.text("board.slice.open." + by.name());
        };
    }

    private List<BoardPage.Row> lines(
            Actor actor, Words words, BoardFilter filter, By by, Naming naming, List<BoardRows.Line> page) {
        Map<TicketId, String> subjects = subjects(actor, page);
        return page.stream()
                .map(line -> new BoardPage.Row(
                        line.number().toString(),
                        "/tickets/" + line.ticket().value(),
                        subjects.getOrDefault(line.ticket(), ""),
                        day(words, filter, LocalDate.ofInstant(line.receivedAt(), actor.zone())),
                        line.place(),
                        words.text("ticket.channel." + line.channel().name()),
                        by == By.CAUSE ? naming.type(line.type()) : naming.cause(line.cause()),
                        naming.unit(line.unit()),
                        words.text("ticket.state." + line.state().name())))
                .toList();
    }

    /** Without the year where the whole period lies in one. */
    private static String day(Words words, BoardFilter filter, LocalDate day) {
        return filter.from().getYear() == filter.to().getYear() ? words.monthDay(day) : words.date(day);
    }

    /** What each is about, for those whose tickets this person may read. */
    private Map<TicketId, String> subjects(Actor actor, List<BoardRows.Line> page) {
        if (!actor.may(Action.READ, "ticket")) {
            return Map.of();
        }
        return tickets.cards(actor, page.stream().map(BoardRows.Line::ticket).toList()).stream()
                .collect(Collectors.toMap(TicketCard::id, TicketCard::subject));
    }
}
