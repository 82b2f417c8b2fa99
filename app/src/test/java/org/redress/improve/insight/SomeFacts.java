package org.redress.improve.insight;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Ids;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tickets as their messages tell of them, sent to the listener as the outbox would. */
@Component
public class SomeFacts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FactListener listener;
    private final JdbcTemplate jdbc;

    SomeFacts(FactListener listener, JdbcTemplate jdbc) {
        this.listener = listener;
        this.jdbc = jdbc;
    }

    /** A closed complaint. */
    public static TicketChanged.Fact closed(Actor actor, String place, @Nullable String type, Instant received) {
        return fact(actor, Ids.next(), 3, "closed", place, type, received);
    }

    public static TicketChanged.Fact fact(
            Actor actor, UUID id, int version, String state, String place, @Nullable String type, Instant received) {
        boolean done = state.equals("closed") || state.equals("resolved");
        return new TicketChanged.Fact(
                id,
                number(Math.floorMod(id.getLeastSignificantBits(), 1_000_000_000L)),
                version,
                TicketKind.COMPLAINT,
                state,
                Channel.HOT_LINE,
                place,
                actor.unit().value(),
                type,
                null,
                null,
                received.truncatedTo(ChronoUnit.MICROS),
                done ? received.plus(1, ChronoUnit.DAYS) : null,
                state.equals("closed") ? received.plus(2, ChronoUnit.DAYS) : null,
                false,
                null,
                null);
    }

    private static long number(long serial) {
        try {
            return Long.parseLong(serial + VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(Long.toString(serial)));
        } catch (CheckDigitException e) {
            throw new IllegalStateException(e);
        }
    }

    public void send(Actor actor, List<TicketChanged.Fact> facts) {
        for (int i = 0; i < facts.size(); i += 500) {
            TicketChanged change = new TicketChanged(facts.subList(i, Math.min(i + 500, facts.size())));
            listener.receive(
                    new OutboxMessage(actor.bureau().value(), 1, TicketChanged.TOPIC, JSON.writeValueAsString(change)));
        }
    }

    /** Gives tickets a cause, without the ticket itself being asked. */
    public void name(Actor actor, CauseId cause, List<TicketChanged.Fact> facts, Instant at) {
        jdbc.batchUpdate(
                "update insight.fact set cause = ?, cause_at = ?::timestamptz where bureau = ? and ticket = ?",
                facts.stream()
                        .map(fact -> new Object[] {
                            cause.value(), at.toString(), actor.bureau().value(), fact.id()
                        })
                        .toList());
    }

    /** Closed complaints with the same place, spread evenly from a moment on. */
    public static List<TicketChanged.Fact> spread(Actor actor, String place, Instant from, int days, int count) {
        List<TicketChanged.Fact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(closed(actor, place, null, from.plusSeconds(days * 86_400L * i / count)));
        }
        return facts;
    }

    /** Many rows at once, laid out by the database itself: of ten causes and ten places over a year. */
    public void fill(Actor actor, List<CauseId> causes, int rows, Instant until) {
        UUID[] ids = causes.stream().map(CauseId::value).toArray(UUID[]::new);
        jdbc.update("""
                insert into insight.fact
                  (bureau, ticket, number, version, kind, state, channel, place, unit, failure_type, received_at,
                   resolved_at, closed_at, cause, cause_at)
                select ?, gen_random_uuid(), i, 1, (array['COMPLAINT', 'FAULT', 'BILL_DISPUTE', 'ENQUIRY'])[1 + i % 4],
                       'closed', (array['HOT_LINE', 'COUNTER', 'WEB'])[1 + i % 3], 'place-' || i % 10, ?,
                       'type-' || i % 7, at, at, at, case when i % 20 > 0 then (?::uuid[])[1 + (i * 7 % 13) % cardinality(?::uuid[])] end, at
                  from (select i, ?::timestamptz - random() * interval '365 days' as at from generate_series(1, ?) i) one
                """, actor.bureau().value(), actor.unit().value(), ids, ids, until.toString(), rows);
        jdbc.execute("analyze insight.fact");
    }
}
