package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.ground.identity.Actor;
import org.redress.ground.search.Search;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tickets of a source in the database, by the numbers that the source gave them. */
@Component
class SourceRows {

    private static final String UPDATE = """
            update ticket.ticket
               set version = version + 1, kind = ?, state = ?,
                   state_since = case when state = ? then state_since else ? end,
                   state_reason = case when state = ? then state_reason end,
                   held_until = case when state = ? then held_until end,
                   subject = ?, subject_key = ?, description = ?, customer = ?, responsible = ?, unit = ?, taken_at = ?,
                   channel = ?, received_at = ?, place = ?, postal_code = ?, source_state = ?, source_changed_at = ?, source_label = ?,
                   failure_suggested = ?, suggestion_reason = ?, suggestion_confidence = ?, suggestion_model = ?, failure_type = ?,
                   classified_by = case when ?::text is null then null else coalesce(classified_by, ?) end,
                   classified_at = case when ?::text is null then null else coalesce(classified_at, ?) end,
                   resolved_at = ?, closed_at = ?
             where bureau = ? and id = ? and version = ?
            """;

    private static final String REPLY = """
            update ticket.ticket set due_at = ?, paused = ?, reply_ended_at = ?, in_time = ? where bureau = ? and id = ?
            """;

    /** Which of some tickets whoever answers for them took here, was given or has done something on; or that were offered on. */
    private static final String WORKED = """
            select distinct t.id from ticket.ticket t
              join ticket.step s on s.bureau = t.bureau and s.ticket = t.id
             where t.bureau = ? and t.id = any(?) and t.taken_at is not null
               and (s.staff = t.responsible and s.what not in ('source', 'told')
                    or s.what = 'assign' and s.about = t.responsible::text or s.what = 'offer')
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Search search;
    private final java.time.Clock clock;

    SourceRows(JdbcClient jdbc, JdbcTemplate batch, Search search, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.search = search;
        this.clock = clock;
    }

    /** One batch of a source at a time, to the end of the transaction. */
    void hold(Actor actor, String source) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ticket.source.' || ?), ?)")
                .params(source, actor.bureau().value())
                .query((row, n) -> true)
                .single();
    }

    Set<String> known(Actor actor, String source, Collection<String> numbers) {
        return new HashSet<>(jdbc.sql("""
                        select external_number from ticket.ticket
                         where bureau = ? and source = ? and external_number = any(?)
                        """)
                .params(actor.bureau().value(), source, numbers.toArray(String[]::new))
                .query((row, n) -> row.getString(1))
                .list());
    }

    /** The tickets with these numbers, held against other writers to the end of the transaction. */
    Map<String, SourceTicket> find(Actor actor, String source, Collection<String> numbers) {
        List<SourceTicket> tickets = jdbc.sql("""
                        select * from ticket.ticket
                         where bureau = ? and source = ? and external_number = any(?) order by id for update
                        """)
                .params(
                        actor.bureau().value(),
                        source,
                        numbers.stream().distinct().toArray(String[]::new))
                .query(SourceRows::ticket)
                .list();
        Set<UUID> worked = worked(actor, tickets);
        tickets.forEach(ticket -> ticket.worked = worked.contains(ticket.id));
        return tickets.stream()
                .collect(Collectors.toMap(
                        ticket -> Objects.requireNonNull(ticket.number), Function.identity(), (a, b) -> a));
    }

    /** Asked once they are held, so that nobody begins meanwhile. */
    private Set<UUID> worked(Actor actor, List<SourceTicket> tickets) {
        return new HashSet<>(jdbc.sql(WORKED)
                .params(
                        actor.bureau().value(),
                        tickets.stream().map(ticket -> ticket.id).toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
    }

    private static SourceTicket ticket(ResultSet row, int n) throws SQLException {
        Ticket known = TicketRows.ticket(row, n);
        SourceTicket ticket = new SourceTicket(
                known.origin().source(),
                known.id().value(),
                known.origin().externalNumber(),
                new SourceTicket.Known(
                        known.number(),
                        known.version(),
                        known.state(),
                        known.reply().dueAt(),
                        known.reply().paused()),
                known.responsible(),
                known.unit(),
                known.origin().receivedAt());
        String sourceState = row.getString("source_state");
        ticket.kind = known.kind();
        ticket.sourceState = sourceState == null ? null : TicketState.ofWire(sourceState);
        ticket.subject = known.subject();
        ticket.text = known.text();
        ticket.channel = known.origin().channel();
        ticket.customer = known.customer();
        ticket.takenAt = Moments.find(row, "taken_at");
        ticket.place = known.origin().place();
        ticket.postalCode = known.origin().postalCode();
        ticket.changedAt = Moments.find(row, "source_changed_at");
        ticket.label = row.getString("source_label");
        ticket.type = known.classified() == null ? null : known.classified().type();
        ticket.suggestion = known.suggestion();
        ticket.resolvedAt = known.outcome().resolvedAt();
        ticket.closedAt = known.outcome().closedAt();
        return ticket;
    }

    /** Writes what has become of tickets that were there; returns the facts. */
    List<TicketChanged.Fact> update(Actor actor, List<SourceTicket> tickets, Map<SourceTicket, ReplyNow> replies) {
        Object now = Moments.at(clock.instant());
        batch.batchUpdate(UPDATE, tickets, 500, (statement, ticket) -> {
            SourceTicket.Known before = Objects.requireNonNull(ticket.before);
            Params.bind(
                    statement,
                    ticket.kind.name(),
                    ticket.state.wire(),
                    ticket.state.wire(),
                    now,
                    ticket.state.wire(),
                    ticket.state.wire(),
                    ticket.subject,
                    Wording.key(ticket.subject),
                    ticket.text,
                    ticket.customer == null ? null : ticket.customer.value(),
                    ticket.responsible.value(),
                    ticket.unit.value(),
                    Moments.atOrNull(ticket.takenAt),
                    ticket.channel.name(),
                    Moments.at(ticket.receivedAt),
                    ticket.place,
                    ticket.postalCode,
                    ticket.sourceState == null ? null : ticket.sourceState.wire(),
                    Moments.atOrNull(ticket.changedAt),
                    ticket.label,
                    ticket.suggestion == null ? null : ticket.suggestion.type(),
                    ticket.suggestion == null ? null : ticket.suggestion.reason(),
                    ticket.suggestion == null ? null : ticket.suggestion.confidence(),
                    ticket.suggestion == null ? null : ticket.suggestion.model(),
                    ticket.type,
                    ticket.type,
                    actor.staff().value(),
                    ticket.type,
                    now,
                    Moments.atOrNull(ticket.resolvedAt),
                    Moments.atOrNull(ticket.closedAt),
                    actor.bureau().value(),
                    ticket.id,
                    before.version());
        });
        reply(actor, replies);
        index(actor, tickets);
        return tickets.stream().map(SourceRows::fact).toList();
    }

    private void reply(Actor actor, Map<SourceTicket, ReplyNow> replies) {
        batch.batchUpdate(REPLY, new ArrayList<>(replies.entrySet()), 500, (statement, entry) -> {
            ReplyNow reply = entry.getValue();
            Params.bind(
                    statement,
                    Moments.atOrNever(reply.dueAt()),
                    reply.paused(),
                    Moments.atOrNull(reply.endedAt()),
                    reply.inTime(),
                    actor.bureau().value(),
                    entry.getKey().id);
        });
    }

    private void index(Actor actor, List<SourceTicket> tickets) {
        search.index(
                actor.bureau(),
                tickets.stream()
                        .map(ticket -> Findable.document(
                                ticket.id,
                                Objects.requireNonNull(ticket.before).number(),
                                ticket.number,
                                ticket.subject,
                                ticket.text,
                                ticket.place,
                                ticket.customerName,
                                ticket.receivedAt))
                        .toList());
    }

    private static TicketChanged.Fact fact(SourceTicket ticket) {
        SourceTicket.Known before = Objects.requireNonNull(ticket.before);
        return new TicketChanged.Fact(
                ticket.id,
                before.number().value(),
                before.version() + 1,
                ticket.kind,
                ticket.state.wire(),
                ticket.channel,
                ticket.place,
                ticket.unit.value(),
                ticket.type,
                ticket.suggestion == null ? null : ticket.suggestion.type(),
                ticket.customer == null ? null : ticket.customer.value(),
                ticket.receivedAt,
                ticket.resolvedAt,
                ticket.closedAt,
                true,
                null,
                Wording.alike(ticket.subject));
    }
}
