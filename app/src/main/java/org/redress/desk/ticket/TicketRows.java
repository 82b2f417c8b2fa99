package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single tickets in the database. */
@Component
class TicketRows {

    private final JdbcClient jdbc;

    TicketRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ticket that this person may read; a 404 problem else. */
    Ticket get(Actor actor, TicketId id) {
        return find(Reach.of(actor, Action.READ), "t.id = :key", id.value())
                .orElseThrow(() -> Problem.absent("ticket.absent"));
    }

    /** Keeps others from changing a ticket to the end of the transaction; nothing where there is none. */
    void hold(Actor actor, TicketId id) {
        jdbc.sql("select 1 from ticket.ticket where bureau = ? and id = ? for update")
                .params(actor.bureau().value(), id.value())
                .query(Integer.class)
                .optional();
    }

    /** A ticket that this person may do something with; 404 where it may not even be read, 403 where only read. */
    Ticket get(Actor actor, TicketId id, Action action) {
        Reach reach = Reach.of(actor, action);
        Ticket ticket = get(actor, id);
        if (!reach.covers(actor, ticket)) {
            throw Problem.forbidden("access.denied");
        }
        return ticket;
    }

    /** Those of these tickets that this person may do something with, the earliest first. */
    List<Ticket> list(Actor actor, List<TicketId> ids, Action action) {
        Reach reach = Reach.of(actor, action);
        return jdbc.sql("select t.* from ticket.ticket t where " + reach.sql()
                        + " and t.id = any(:ids) order by t.received_at, t.number")
                .params(reach.params())
                .param("ids", ids.stream().map(TicketId::value).toArray(UUID[]::new))
                .query(TicketRows::ticket)
                .list();
    }

    /** Those of these tickets that are open and to whose customers a reply is owed, whoever may read them; the earliest first. */
    List<Ticket> unanswered(Actor actor, List<TicketId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select t.* from ticket.ticket t
                                 where t.bureau = ? and t.id = any(?) and t.open
                                   and (t.answered_at is null or t.due_at < 'infinity' or t.paused)
                                 order by t.received_at, t.number
                                """)
                        .params(
                                actor.bureau().value(),
                                ids.stream().map(TicketId::value).toArray(UUID[]::new))
                        .query(TicketRows::ticket)
                        .list();
    }

    /** The open tickets for which somebody answers, written as taken by nobody; at most some hundred. */
    List<Ticket> leave(Actor actor, StaffId person) {
        return jdbc.sql("""
                        update ticket.ticket set taken_at = null, version = version + 1
                         where bureau = ? and responsible = ? and open and taken_at is not null returning *
                        """)
                .params(actor.bureau().value(), person.value())
                .query(TicketRows::ticket)
                .list();
    }

    /** What is held for an appointment whose moment has come, the earliest first, after a place in that order. */
    List<Ticket> heldUntil(Actor actor, Instant now, Instant after, UUID afterId, int limit) {
        return jdbc.sql("""
                        select t.* from ticket.ticket t
                         where t.bureau = ? and t.held_until <= ? and (t.held_until, t.id) > (?, ?)
                         order by t.held_until, t.id limit ?
                        """)
                .params(actor.bureau().value(), Moments.at(now), Moments.at(after), afterId, limit)
                .query(TicketRows::ticket)
                .list();
    }

    /** A ticket that this person has just written, though it may now be out of their reach. */
    Ticket getAnyhow(Actor actor, TicketId id) {
        return jdbc.sql("select t.* from ticket.ticket t where t.bureau = ? and t.id = ?")
                .params(actor.bureau().value(), id.value())
                .query(TicketRows::ticket)
                .single();
    }

    Optional<Ticket> find(Actor actor, TicketNumber number) {
        return find(Reach.of(actor, Action.READ), "t.number = :key", number.value());
    }

    private Optional<Ticket> find(Reach reach, String condition, Object key) {
        return jdbc.sql("select t.* from ticket.ticket t where " + reach.sql() + " and " + condition)
                .params(reach.params())
                .param("key", key)
                .query(TicketRows::ticket)
                .optional();
    }

    /**
     * Writes columns of a ticket and counts its version up, if the version is still the one that was seen.
     *
     * @return whether it was
     */
    boolean write(Actor actor, TicketId id, int seen, Map<String, @Nullable Object> columns) {
        return update(actor, id, columns, "version = version + 1", "and version = :seen", Map.of("seen", seen)) == 1;
    }

    /** Whether a change after the version that was seen has touched one of these. */
    boolean touched(Actor actor, TicketId id, int seen, Set<String> what) {
        return jdbc.sql("""
                        select exists (select from ticket.step
                                        where bureau = :bureau and ticket = :id and version > :seen
                                          and (touched && :what::text[] or :everything = any(touched)))
                        """)
                .param("bureau", actor.bureau().value())
                .param("id", id.value())
                .param("seen", seen)
                .param("what", what.toArray(String[]::new))
                .param("everything", Happening.EVERYTHING)
                .query(Boolean.class)
                .single();
    }

    /** Writes the copies of the reply's clock, in the transaction that has counted the version up. */
    void writeReply(Actor actor, TicketId id, Map<String, @Nullable Object> columns) {
        update(actor, id, columns, null, "", Map.of());
    }

    /** Keeps to whom the responsibility is offered, beside everything that counts as a change. */
    void offer(Actor actor, TicketId id, @Nullable StaffId to) {
        update(actor, id, Change.columns("offered_to", to == null ? null : to.value()), null, "", Map.of());
    }

    private int update(
            Actor actor,
            TicketId id,
            Map<String, @Nullable Object> columns,
            @Nullable String more,
            String condition,
            Map<String, Object> params) {
        String assignments = columns.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
        String all = more == null ? assignments : assignments.isEmpty() ? more : assignments + ", " + more;
        return jdbc.sql("update ticket.ticket set " + all + " where bureau = :of and id = :id " + condition)
                .params(new LinkedHashMap<>(columns))
                .params(params)
                .param("of", actor.bureau().value())
                .param("id", id.value())
                .update();
    }

    static Ticket ticket(ResultSet row, int n) throws SQLException {
        UUID customer = row.getObject("customer", UUID.class);
        return new Ticket(
                new TicketId(row.getObject("id", UUID.class)),
                new TicketNumber(row.getLong("number")),
                row.getInt("version"),
                TicketKind.valueOf(row.getString("kind")),
                TicketState.ofWire(row.getString("state")),
                Moments.get(row, "state_since"),
                row.getString("state_reason"),
                Moments.find(row, "held_until"),
                row.getString("subject"),
                row.getString("description"),
                customer == null ? null : new CustomerId(customer),
                new StaffId(row.getObject("responsible", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getObject("taken_at") != null,
                origin(row),
                suggestion(row),
                classified(row),
                new Ticket.Reply(
                        Moments.find(row, "due_at"),
                        row.getBoolean("paused"),
                        Moments.find(row, "answered_at"),
                        row.getObject("in_time", Boolean.class)),
                new Ticket.Outcome(
                        row.getString("settlement"),
                        row.getString("without_answer"),
                        row.getString("without_settlement"),
                        row.getString("without_control"),
                        Moments.find(row, "resolved_at"),
                        Moments.find(row, "closed_at"),
                        finding(row),
                        consent(row),
                        row.getInt("reopened")));
    }

    private static Ticket.@Nullable Finding finding(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null ? null : new Ticket.Finding(Verdict.valueOf(verdict), row.getString("verdict_reason"));
    }

    private static @Nullable Consent consent(ResultSet row) throws SQLException {
        String consent = row.getString("consent");
        return consent == null ? null : Consent.valueOf(consent);
    }

    private static Ticket.Origin origin(ResultSet row) throws SQLException {
        return new Ticket.Origin(
                Channel.valueOf(row.getString("channel")),
                Moments.get(row, "received_at"),
                Moments.get(row, "created_at"),
                row.getString("place"),
                row.getString("postal_code"),
                row.getString("source"),
                row.getString("external_number"));
    }

    private static @Nullable Suggestion suggestion(ResultSet row) throws SQLException {
        String type = row.getString("failure_suggested");
        return type == null
                ? null
                : new Suggestion(
                        type,
                        row.getString("suggestion_reason"),
                        row.getObject("suggestion_confidence", Integer.class),
                        row.getObject("suggestion_model", Integer.class));
    }

    private static Ticket.@Nullable Classified classified(ResultSet row) throws SQLException {
        String type = row.getString("failure_type");
        if (type == null) {
            return null;
        }
        String kind = row.getString("failure_kind");
        String attribution = row.getString("attribution");
        return new Ticket.Classified(
                type,
                kind == null ? null : FailureKind.valueOf(kind),
                row.getString("kind_evidence"),
                attribution == null ? null : Attribution.valueOf(attribution),
                row.getString("attribution_evidence"),
                new StaffId(row.getObject("classified_by", UUID.class)),
                Moments.get(row, "classified_at"));
    }
}
