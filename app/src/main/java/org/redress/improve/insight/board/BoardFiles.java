package org.redress.improve.insight.board;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureaus;
import org.redress.improve.insight.Causes;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The board and the tickets behind a figure as files. */
@Component
class BoardFiles {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final BoardRows rows;
    private final Causes causes;
    private final Bureaus bureaus;
    private final Comparability comparability;
    private final Clock clock;

    BoardFiles(BoardRows rows, Causes causes, Bureaus bureaus, Comparability comparability, Clock clock) {
        this.rows = rows;
        this.causes = causes;
        this.bureaus = bureaus;
        this.comparability = comparability;
        this.clock = clock;
    }

    /** Opens the file, once it is certain that there will be one. */
    interface Opening {
        Sheet open() throws IOException;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void writeTable(Actor actor, Words words, BoardRequest request, Opening opening) throws IOException {
        actor.require(Action.EXPORT, "cause");
        BoardFilter filter = filter(actor, request);
        By by = request.dimension();
        Naming naming = Naming.of(actor, words, causes, bureaus);
        List<BoardRows.Count> counts = rows.counts(actor, filter, by);
        long all = counts.stream().mapToLong(BoardRows.Count::now).sum();
        try (Sheet sheet = opening.open()) {
            sheet.heading(List.of(
                    words.text("board.file.rank"),
                    words.text("board.by." + by.name()),
                    Board.period(words, filter),
                    words.text("board.file.share"),
                    words.text("board.file.cumulative"),
                    Board.period(words, filter.before())));
            long sum = 0;
            int rank = 0;
            for (BoardRows.Count count : counts) {
                sum += count.now();
                rank++;
                sheet.row(List.of(
                        rank,
                        naming.value(by, count.value()),
                        count.now(),
                        percent(count.now(), all),
                        percent(sum, all),
                        count.before()));
            }
        }
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void writeTickets(Actor actor, Words words, BoardRequest request, Opening opening) throws IOException {
        actor.require(Action.EXPORT, "cause");
        BoardFilter filter = filter(actor, request);
        By by = request.dimension();
        Naming naming = Naming.of(actor, words, causes, bureaus);
        List<BoardRows.Count> seen = rows.counts(actor, filter, by).stream()
                .filter(count -> count.now() > 0)
                .toList();
        Slice slice = Board.slice(by, request.of(), seen);
        try (Sheet sheet = opening.open()) {
            sheet.heading(List.of(
                    words.text("board.ticket"),
                    words.text("board.received"),
                    words.text("board.place"),
                    words.text("board.channel"),
                    words.text("board.kind"),
                    words.text("board.by.TYPE"),
                    words.text("board.by.CAUSE"),
                    words.text("board.unit"),
                    words.text("board.state")));
            if (slice != null) {
                rows.each(
                        actor,
                        filter,
                        by,
                        slice,
                        line -> sheet.row(List.of(
                                line.number().toString(),
                                TIME.format(line.receivedAt().atZone(actor.zone())),
                                line.place(),
                                words.text("ticket.channel." + line.channel().name()),
                                words.text("ticket.kind." + line.kind().name()),
                                naming.type(line.type()),
                                naming.cause(line.cause()),
                                naming.unit(line.unit()),
                                words.text("ticket.state." + line.state().name()))));
            }
        }
    }

    private BoardFilter filter(Actor actor, BoardRequest request) {
        return comparability.over(actor, request.filter(LocalDate.ofInstant(clock.instant(), actor.zone())));
    }

    /** To a tenth. */
    private static double percent(long part, long all) {
        return all == 0 ? 0 : Math.round(1000.0 * part / all) / 10.0;
    }
}
