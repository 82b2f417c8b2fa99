package org.redress.improve.insight.effect;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.contact.ContactRecorded;
import org.redress.desk.contact.Mood;
import org.redress.desk.recovery.CustomersHit;
import org.redress.desk.recovery.RemedyGiven;
import org.redress.desk.recovery.followup.RecoveryAnswered;
import org.redress.desk.ticket.Joins;
import org.redress.desk.ticket.TicketChanged;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketsJoined;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.party.StandingChanged;
import org.redress.platform.jobs.OutboxListener;
import org.redress.platform.jobs.OutboxMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what figures of the effect are made of, from the messages of others. Twice or in another order comes to the same. */
@Component
class EffectFacts implements OutboxListener {

    private static final int BATCH = 500;
    private static final Set<TicketKind> FAILURES =
            EnumSet.of(TicketKind.COMPLAINT, TicketKind.FAULT, TicketKind.BILL_DISPUTE);
    private static final Set<String> NOTHING_FAILED = Set.of("rejected", "cancelled");

    private static final String CASE = """
            insert into insight.effect_case as c
                   (bureau, ticket, number, version, customer, type, failed_on, closed, counts, closed_at, lead, elsewhere)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (bureau, ticket) do update
               set version = excluded.version, customer = excluded.customer, type = excluded.type,
                   failed_on = excluded.failed_on, closed = excluded.closed, counts = excluded.counts,
                   closed_at = excluded.closed_at, lead = excluded.lead,
                   elsewhere = excluded.elsewhere or c.elsewhere and excluded.closed
             where excluded.version > c.version
            """;

    /** Who had a failure may be nobody of whom anything else is known. */
    private static final String FAILED = """
            insert into insight.effect_customer as c (bureau, customer, version, segment, band, failed)
            select ?, customer, 0, 'RESIDENTIAL', 0, true from unnest(?::uuid[]) customer order by customer
            on conflict (bureau, customer) do update set failed = true where not c.failed
            """;

    private static final String HIT = """
            insert into insight.effect_hit (bureau, customer, hit_on)
            select ?, customer, ? from unnest(?::uuid[]) customer order by customer on conflict do nothing
            """;

    private static final String STANDING = """
            insert into insight.effect_customer as c (bureau, customer, version, segment, band, monthly, since, left_on)
            values (?, ?, ?, ?, insight.value_band(?), ?, ?, ?)
            on conflict (bureau, customer) do update
               set version = excluded.version, segment = excluded.segment, band = excluded.band,
                   monthly = excluded.monthly, since = excluded.since, left_on = excluded.left_on
             where excluded.version > c.version
            """;

    /** Every version as it came: a case is compared by what its customer was before it failed for them. */
    private static final String VERSION = """
            insert into insight.effect_standing (bureau, customer, version, known_on, segment, band, monthly)
            values (?, ?, ?, ?, ?, insight.value_band(?), ?) on conflict do nothing
            """;

    private final JdbcTemplate jdbc;
    private final Joins joins;
    private final Bureaus bureaus;
    private final Clock clock;

    EffectFacts(JdbcTemplate jdbc, Joins joins, Bureaus bureaus, Clock clock) {
        this.jdbc = jdbc;
        this.joins = joins;
        this.bureaus = bureaus;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(
                TicketChanged.TOPIC,
                TicketsJoined.TOPIC,
                CustomersHit.TOPIC,
                RemedyGiven.TOPIC,
                RecoveryAnswered.TOPIC,
                ContactRecorded.TOPIC,
                StandingChanged.TOPIC);
    }

    @Override
    public void receive(OutboxMessage message) {
        int bureau = message.bureau();
        switch (message.topic()) {
            case TicketChanged.TOPIC -> tickets(bureau, TicketChanged.read(message.payload()));
            case TicketsJoined.TOPIC ->
                joined(bureau, TicketsJoined.read(message.payload()).tickets());
            case CustomersHit.TOPIC -> hit(bureau, CustomersHit.read(message.payload()));
            case RemedyGiven.TOPIC -> remedy(bureau, RemedyGiven.read(message.payload()));
            case RecoveryAnswered.TOPIC -> answer(bureau, RecoveryAnswered.read(message.payload()));
            case ContactRecorded.TOPIC -> contact(bureau, ContactRecorded.read(message.payload()));
            case StandingChanged.TOPIC -> standings(bureau, StandingChanged.read(message.payload()));
            default -> throw new IllegalArgumentException(message.topic());
        }
        jdbc.update(
                "insert into insight.effect_reckoned as r (bureau, changes) values (?, 1) "
                        + "on conflict (bureau) do update set changes = r.changes + 1",
                bureau);
    }

    private void tickets(int bureau, TicketChanged changed) {
        ZoneId zone = zone(bureau);
        List<TicketChanged.Fact> failures = changed.tickets().stream()
                .filter(fact -> FAILURES.contains(fact.kind()) && fact.customer() != null)
                .toList();
        Map<UUID, UUID> leads =
                leads(bureau, failures.stream().map(TicketChanged.Fact::id).toList());
        jdbc.batchUpdate(CASE, failures, BATCH, (row, fact) -> {
            row.setInt(1, bureau);
            row.setObject(2, fact.id());
            row.setLong(3, fact.number());
            row.setInt(4, fact.version());
            row.setObject(5, fact.customer());
            row.setString(6, fact.failureType());
            row.setDate(7, Date.valueOf(LocalDate.ofInstant(fact.receivedAt(), zone)));
            row.setBoolean(8, fact.state().equals("closed"));
            row.setBoolean(9, !NOTHING_FAILED.contains(fact.state()));
            row.setTimestamp(10, stamp(fact.closedAt()));
            row.setObject(11, leads.get(fact.id()));
            row.setBoolean(
                    12, fact.imported() && fact.course() == null && fact.state().equals("closed"));
        });
        UUID[] customers = failures.stream()
                .filter(fact -> !NOTHING_FAILED.contains(fact.state()))
                .<UUID>map(fact -> Objects.requireNonNull(fact.customer()))
                .distinct()
                .toArray(UUID[]::new);
        jdbc.update(FAILED, bureau, customers);
    }

    /** A problem is a failure for whom it hit, though they never said so. */
    private void hit(int bureau, CustomersHit hit) {
        UUID[] customers = hit.customers().stream().distinct().toArray(UUID[]::new);
        jdbc.update(HIT, bureau, Date.valueOf(LocalDate.ofInstant(hit.from(), zone(bureau))), customers);
        jdbc.update(FAILED, bureau, customers);
    }

    private void joined(int bureau, List<UUID> tickets) {
        Map<UUID, UUID> leads = leads(bureau, tickets);
        jdbc.batchUpdate(
                "update insight.effect_case set lead = ? where bureau = ? and ticket = ?",
                tickets,
                BATCH,
                (row, ticket) -> {
                    row.setObject(1, leads.get(ticket));
                    row.setInt(2, bureau);
                    row.setObject(3, ticket);
                });
    }

    /** What leads these tickets now, whatever a message says that comes late. */
    private Map<UUID, UUID> leads(int bureau, List<UUID> tickets) {
        Map<UUID, UUID> leads = new HashMap<>();
        joins.leading(
                        bureaus.command(bureaus.get(new BureauId(bureau))),
                        tickets.stream().map(TicketId::new).toList())
                .forEach((ticket, lead) -> leads.put(ticket.value(), lead.value()));
        return leads;
    }

    private void remedy(int bureau, RemedyGiven given) {
        jdbc.update(
                "insert into insight.effect_remedy (bureau, remedy, ticket, kind, amount, currency, reverses, given_at, by_run) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                bureau,
                given.remedy(),
                given.ticket(),
                given.kind(),
                given.amount(),
                given.currency(),
                given.reverses(),
                stamp(given.at()),
                given.run() != null);
    }

    private void answer(int bureau, RecoveryAnswered answer) {
        if (answer.run() != null) {
            return; // figures are of cases; and somebody who was credited is not without a failure
        }
        jdbc.update(
                "insert into insight.effect_answer (bureau, follow_up, ticket, customer, recovery, service, effort, stay, recommend, elsewhere, on_day) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                bureau,
                answer.followUp(),
                answer.ticket(),
                answer.customer(),
                answer.marks().recovery(),
                answer.marks().service(),
                answer.marks().effort(),
                answer.marks().stay(),
                answer.marks().recommend(),
                answer.marks().elsewhere(),
                Date.valueOf(LocalDate.ofInstant(answer.at(), zone(bureau))));
    }

    /** The first contact about a ticket is how it was before anything was done. */
    private void contact(int bureau, ContactRecorded contact) {
        if (contact.ticket() == null || contact.mood().equals(Mood.UNKNOWN.name())) {
            return;
        }
        jdbc.update(
                "insert into insight.effect_mood as m (bureau, ticket, mood, at) values (?, ?, ?, ?) "
                        + "on conflict (bureau, ticket) do update set mood = excluded.mood, at = excluded.at where excluded.at < m.at",
                bureau,
                contact.ticket(),
                contact.mood(),
                Timestamp.from(contact.recordedAt()));
    }

    private void standings(int bureau, StandingChanged changed) {
        String currency = bureaus.get(new BureauId(bureau)).currency();
        jdbc.batchUpdate(STANDING, changed.customers(), BATCH, (row, one) -> {
            row.setInt(1, bureau);
            row.setObject(2, one.customer());
            row.setInt(3, one.version());
            row.setString(4, one.segment().name());
            row.setBigDecimal(5, monthly(one, currency));
            row.setBigDecimal(6, monthly(one, currency));
            row.setDate(7, one.since() == null ? null : Date.valueOf(one.since()));
            row.setDate(8, one.left() == null ? null : Date.valueOf(one.left()));
        });
        ZoneId zone = zone(bureau);
        jdbc.batchUpdate(VERSION, changed.customers(), BATCH, (row, one) -> {
            row.setInt(1, bureau);
            row.setObject(2, one.customer());
            row.setInt(3, one.version());
            row.setDate(
                    4, Date.valueOf(LocalDate.ofInstant(Objects.requireNonNullElse(one.at(), clock.instant()), zone)));
            row.setString(5, one.segment().name());
            row.setBigDecimal(6, monthly(one, currency));
            row.setBigDecimal(7, monthly(one, currency));
        });
    }

    /** What they pay; in another currency than the bureau reckons in it is as good as unknown. */
    private static @Nullable BigDecimal monthly(StandingChanged.One one, String currency) {
        return currency.equals(one.currency()) ? one.monthly() : null;
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private ZoneId zone(int bureau) {
        return bureaus.get(new BureauId(bureau)).zone();
    }
}
