package org.redress.desk.ticket;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.redress.ground.identity.Actor;
import org.redress.ground.search.Search;
import org.redress.ground.search.SearchDocument;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes new tickets, one or a batch, with everything that begins with a ticket. */
@Component
class Opening {

    private static final String INSERT = """
            insert into ticket.ticket
              (bureau, id, number, kind, state, state_since, subject, subject_key, description, customer,
               responsible, unit, taken_at, channel, received_at, created_at, place, postal_code,
               source, external_number, source_state, source_changed_at, source_label,
               failure_suggested, suggestion_reason, suggestion_confidence, suggestion_model, failure_type, classified_by, classified_at,
               due_at, paused, resolved_at, closed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;
    private final ReplyClocks clocks;
    private final Search search;
    private final Clock clock;

    Opening(JdbcTemplate batch, JdbcClient jdbc, ReplyClocks clocks, Search search, Clock clock) {
        this.batch = batch;
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.search = search;
        this.clock = clock;
    }

    /** Writes them in the running transaction; returns the facts in the same order. */
    List<TicketChanged.Fact> write(Actor actor, List<Fresh> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        List<TicketNumber> numbers = numbers(tickets.size());
        Map<UUID, ReplyNow> replies = clocks.start(actor, tickets);
        Instant now = clock.instant();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            Fresh ticket = tickets.get(i);
            rows.add(new Row(
                    ticket, numbers.get(i), now, Objects.requireNonNullElse(replies.get(ticket.id()), ReplyNow.NONE)));
        }
        batch.batchUpdate(INSERT, rows, 500, (statement, row) -> row.bind(statement, actor));
        search.index(actor.bureau(), rows.stream().map(Row::document).toList());
        return rows.stream().map(Row::fact).toList();
    }

    private List<TicketNumber> numbers(int count) {
        return jdbc.sql("select nextval('ticket.serial') from generate_series(1, ?)")
                .param(count)
                .query((row, n) -> TicketNumber.ofSerial(row.getLong(1)))
                .list();
    }

    private record Row(Fresh ticket, TicketNumber number, Instant now, ReplyNow reply) {

        private static final Fresh.Arrival AT_THE_DESK =
                new Fresh.Arrival(Tickets.DESK, null, null, null, null, null, null, null);

        private Fresh.Arrival arrival() {
            return ticket.arrival() == null ? AT_THE_DESK : ticket.arrival();
        }

        void bind(PreparedStatement statement, Actor actor) throws SQLException {
            Fresh.Arrival arrival = arrival();
            Suggestion suggestion = ticket.suggestion();
            boolean classified = arrival.type() != null;
            Params.bind(
                    statement,
                    actor.bureau().value(),
                    ticket.id(),
                    number.value(),
                    ticket.kind().name(),
                    ticket.state().wire(),
                    Moments.at(now),
                    ticket.subject(),
                    Wording.key(ticket.subject()),
                    ticket.text(),
                    ticket.customer() == null ? null : ticket.customer().value(),
                    ticket.responsible().value(),
                    ticket.unit().value(),
                    Moments.atOrNull(ticket.takenAt()),
                    ticket.channel().name(),
                    Moments.at(ticket.receivedAt()),
                    Moments.at(now),
                    ticket.place(),
                    ticket.postalCode(),
                    arrival.source(),
                    arrival.number(),
                    arrival.state() == null ? null : arrival.state().wire(),
                    Moments.atOrNull(arrival.changedAt()),
                    arrival.label(),
                    suggestion == null ? null : suggestion.type(),
                    suggestion == null ? null : suggestion.reason(),
                    suggestion == null ? null : suggestion.confidence(),
                    suggestion == null ? null : suggestion.model(),
                    arrival.type(),
                    classified ? actor.staff().value() : null,
                    classified ? Moments.at(now) : null,
                    Moments.atOrNever(reply.dueAt()),
                    reply.paused(),
                    Moments.atOrNull(arrival.resolvedAt()),
                    Moments.atOrNull(arrival.closedAt()));
        }

        SearchDocument document() {
            return Findable.document(
                    ticket.id(),
                    number,
                    arrival().number(),
                    ticket.subject(),
                    ticket.text(),
                    ticket.place(),
                    ticket.customerName(),
                    ticket.receivedAt());
        }

        TicketChanged.Fact fact() {
            Fresh.Arrival arrival = arrival();
            return new TicketChanged.Fact(
                    ticket.id(),
                    number.value(),
                    1,
                    ticket.kind(),
                    ticket.state().wire(),
                    ticket.channel(),
                    ticket.place(),
                    ticket.unit().value(),
                    arrival.type(),
                    ticket.suggestion() == null ? null : ticket.suggestion().type(),
                    ticket.customer() == null ? null : ticket.customer().value(),
                    ticket.receivedAt(),
                    arrival.resolvedAt(),
                    arrival.closedAt(),
                    ticket.arrival() != null,
                    null,
                    Wording.alike(ticket.subject()));
        }
    }
}
