package org.redress.improve.insight.cases;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.TicketId;
import org.redress.desk.ticket.TicketKind;
import org.redress.ground.identity.BureauId;
import org.redress.improve.insight.CauseId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code insight.recovery_case}, {@code insight.case_measure} and {@code insight.case_revision}. */
@Repository
class CaseRows {

    static final String NEWEST = """
            select * from insight.recovery_case
             where bureau = :bureau and standing and (closed_at, ticket) < (:at, :after)
             order by closed_at desc, ticket desc limit :limit
            """;
    static final String NEWEST_OF_TYPE = """
            select * from insight.recovery_case
             where bureau = :bureau and standing and failure_type = :type and (closed_at, ticket) < (:at, :after)
             order by closed_at desc, ticket desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    CaseRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Writes a case as it is now, with the reason of this revision. */
    void write(BureauId bureau, RecoveryCase one, String why, Instant now) {
        jdbc.sql("""
                        insert into insight.recovery_case
                          (bureau, ticket, revision, standing, kind, failure_type, failed, attribution, cause, subject, said, answer,
                           settlement, service, place, channel, segment, consent, reopened, satisfied, received_at, closed_at, written_at)
                        values (:bureau, :ticket, :revision, :standing, :kind, :type, :failed, :attribution, :cause, :subject, :said,
                                :answer, :settlement, :service, :place, :channel, :segment, :consent, :reopened, :satisfied, :received,
                                :closed, :now)
                        on conflict (bureau, ticket) do update
                           set revision = excluded.revision, standing = excluded.standing, kind = excluded.kind,
                               failure_type = excluded.failure_type, failed = excluded.failed, attribution = excluded.attribution,
                               cause = excluded.cause, subject = excluded.subject, said = excluded.said, answer = excluded.answer,
                               settlement = excluded.settlement, service = excluded.service, place = excluded.place,
                               channel = excluded.channel, segment = excluded.segment, consent = excluded.consent,
                               reopened = excluded.reopened, satisfied = excluded.satisfied, closed_at = excluded.closed_at,
                               written_at = excluded.written_at
                        """)
                .param("bureau", bureau.value())
                .param("ticket", one.ticket().value())
                .param("revision", one.revision())
                .param("standing", one.standing())
                .param("kind", one.failure().kind().name())
                .param("type", one.failure().type(), Types.VARCHAR)
                .param("failed", name(one.failure().failed()), Types.VARCHAR)
                .param("attribution", name(one.failure().attribution()), Types.VARCHAR)
                .param("cause", one.cause() == null ? null : one.cause().value(), Types.OTHER)
                .param("subject", one.failure().subject())
                .param("said", one.failure().said())
                .param("answer", one.handling().answer())
                .param("settlement", one.handling().settlement())
                .param("service", one.context().service().name())
                .param("place", one.context().place())
                .param("channel", one.context().channel().name())
                .param("segment", one.context().segment(), Types.VARCHAR)
                .param("consent", name(one.effect().consent()), Types.VARCHAR)
                .param("reopened", one.effect().reopened())
                .param("satisfied", one.effect().satisfied(), Types.INTEGER)
                .param("received", one.receivedAt().atOffset(ZoneOffset.UTC))
                .param("closed", one.closedAt().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        measures(bureau, one);
        jdbc.sql("insert into insight.case_revision (bureau, ticket, revision, why, at) values (?, ?, ?, ?, ?)")
                .params(bureau.value(), one.ticket().value(), one.revision(), why, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void measures(BureauId bureau, RecoveryCase one) {
        jdbc.sql("delete from insight.case_measure where bureau = ? and ticket = ?")
                .params(bureau.value(), one.ticket().value())
                .update();
        List<RecoveryCase.Measure> measures = one.measures();
        batch.batchUpdate(
                """
                insert into insight.case_measure (bureau, ticket, place, kind, amount, currency, after, taken_back)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                java.util.stream.IntStream.range(0, measures.size())
                        .mapToObj(place -> {
                            RecoveryCase.Measure measure = measures.get(place);
                            Money sum = measure.sum();
                            return new @Nullable Object[] {
                                bureau.value(),
                                one.ticket().value(),
                                place,
                                measure.kind().name(),
                                sum == null ? null : sum.getAmount(),
                                sum == null ? null : sum.getCurrencyUnit().getCode(),
                                measure.after().toSeconds(),
                                measure.takenBack()
                            };
                        })
                        .toList());
    }

    Optional<RecoveryCase> find(BureauId bureau, TicketId ticket) {
        return Optional.ofNullable(of(bureau, List.of(ticket)).get(ticket));
    }

    /** These cases, in two queries. */
    Map<TicketId, RecoveryCase> of(BureauId bureau, Collection<TicketId> tickets) {
        if (tickets.isEmpty()) {
            return Map.of();
        }
        return whole(
                        bureau,
                        jdbc.sql("select * from insight.recovery_case where bureau = ? and ticket = any(?)")
                                .params(bureau.value(), ids(tickets))
                                .query(CaseRows::row)
                                .list())
                .stream()
                .collect(Collectors.toMap(RecoveryCase::ticket, one -> one));
    }

    /** The cases that stand, the latest closed first, from below a place on. */
    List<RecoveryCase> page(BureauId bureau, @Nullable String type, Instant at, UUID after, int limit) {
        JdbcClient.StatementSpec statement = jdbc.sql(type == null ? NEWEST : NEWEST_OF_TYPE)
                .param("bureau", bureau.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit);
        return whole(
                bureau,
                (type == null ? statement : statement.param("type", type))
                        .query(CaseRows::row)
                        .list());
    }

    private List<RecoveryCase> whole(BureauId bureau, List<RecoveryCase> bare) {
        Map<TicketId, List<RecoveryCase.Measure>> measures =
                measures(bureau, bare.stream().map(RecoveryCase::ticket).toList());
        return bare.stream()
                .map(one -> new RecoveryCase(
                        one.ticket(),
                        one.revision(),
                        one.standing(),
                        one.failure(),
                        one.cause(),
                        one.handling(),
                        measures.getOrDefault(one.ticket(), List.of()),
                        one.effect(),
                        one.context(),
                        one.receivedAt(),
                        one.closedAt()))
                .toList();
    }

    private Map<TicketId, List<RecoveryCase.Measure>> measures(BureauId bureau, Collection<TicketId> tickets) {
        record Line(TicketId ticket, int place, RecoveryCase.Measure measure) {}
        if (tickets.isEmpty()) {
            return new HashMap<>();
        }
        return jdbc
                .sql("select * from insight.case_measure where bureau = ? and ticket = any(?)")
                .params(bureau.value(), ids(tickets))
                .query((row, n) ->
                        new Line(new TicketId(row.getObject("ticket", UUID.class)), row.getInt("place"), measure(row)))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Line::place))
                .collect(Collectors.groupingBy(Line::ticket, Collectors.mapping(Line::measure, Collectors.toList())));
    }

    /** A revision and why it was written. */
    record Revision(int number, String why, Instant at) {}

    /** How a case came to be what it is, the latest first. */
    List<Revision> revisions(BureauId bureau, TicketId ticket) {
        return jdbc.sql("""
                        select revision, why, at from insight.case_revision
                         where bureau = ? and ticket = ? order by revision desc limit 50
                        """)
                .params(bureau.value(), ticket.value())
                .query((row, n) -> new Revision(
                        row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    private static UUID[] ids(Collection<TicketId> tickets) {
        return tickets.stream().map(TicketId::value).toArray(UUID[]::new);
    }

    private static RecoveryCase.Measure measure(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new RecoveryCase.Measure(
                RemedyKind.valueOf(row.getString("kind")),
                amount == null ? null : Money.of(CurrencyUnit.of(row.getString("currency")), amount),
                Duration.ofSeconds(row.getLong("after")),
                row.getBoolean("taken_back"));
    }

    private static RecoveryCase row(ResultSet row, int n) throws SQLException {
        UUID cause = row.getObject("cause", UUID.class);
        return new RecoveryCase(
                new TicketId(row.getObject("ticket", UUID.class)),
                row.getInt("revision"),
                row.getBoolean("standing"),
                new RecoveryCase.Failure(
                        TicketKind.valueOf(row.getString("kind")),
                        row.getString("failure_type"),
                        named(FailureKind.class, row.getString("failed")),
                        named(Attribution.class, row.getString("attribution")),
                        row.getString("subject"),
                        row.getString("said")),
                cause == null ? null : new CauseId(cause),
                new RecoveryCase.Handling(row.getString("answer"), row.getString("settlement")),
                List.of(),
                new RecoveryCase.Effect(
                        named(Consent.class, row.getString("consent")),
                        row.getInt("reopened"),
                        row.getObject("satisfied", Integer.class)),
                new RecoveryCase.Context(
                        Service.valueOf(row.getString("service")),
                        row.getString("place"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("segment")),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("closed_at").toInstant());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
