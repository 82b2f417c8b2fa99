package org.redress.desk.ticket;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.redress.ground.identity.Actor;
import org.redress.ground.trail.Trail;
import org.redress.platform.text.Sheet;
import org.redress.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A view of tickets as a file. Cells that a spreadsheet would run as a formula are made text. */
@Component
public class TicketExport {

    private final TicketBoard board;
    private final Suggestions suggestions;
    private final Trail trail;

    TicketExport(TicketBoard board, Suggestions suggestions, Trail trail) {
        this.board = board;
        this.suggestions = suggestions;
        this.trail = trail;
    }

    /**
     * What was written.
     *
     * @param neutralised cells before which an apostrophe was put, because a spreadsheet would have run them
     */
    public record Written(long tickets, long neutralised) {}

    @Transactional
    public Written write(Actor actor, TicketView view, TicketFilter filter, Sheet.Format format, OutputStream out)
            throws IOException {
        return write(actor, view, filter, format, out, tickets -> {});
    }

    /**
     * Writes while it reads, in the language of the actor. Needs the right to export, and leaves a trail.
     *
     * @param progress hears after each ticket how many are written
     */
    @Transactional
    public Written write(
            Actor actor,
            TicketView view,
            TicketFilter filter,
            Sheet.Format format,
            OutputStream out,
            LongConsumer progress)
            throws IOException {
        Words words = suggestions.words(actor);
        List<ExportColumn> columns = Arrays.asList(ExportColumn.values());
        try (Sheet sheet = Sheet.of(format, out, words.text("ticket.export.sheet"))) {
            sheet.heading(columns.stream().map(column -> column.heading(words)).toList());
            long[] tickets = {0};
            board.export(actor, view, filter, card -> {
                tickets[0]++;
                sheet.row(columns.stream()
                        .map(column -> column.text(card, words, actor.zone()))
                        .toList());
                progress.accept(tickets[0]);
            });
            trail.record(
                    actor,
                    "ticket.export",
                    "staff",
                    actor.staff().value(),
                    "{\"view\":\"%s\",\"tickets\":%d}".formatted(view.slug(), tickets[0]));
            return new Written(tickets[0], sheet.neutralised());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
