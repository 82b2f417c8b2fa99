package org.redress.desk.recovery.plan;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.ticket.Consent;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code recovery.plan} and {@code recovery.plan_line}. */
@Repository
class PlanRows {

    static final String OF_TICKET = "ticket = :ticket order by number desc";

    /** Plans that were not what was offered, the latest first, after the last one seen. */
    static final String DIFFERED = """
            not followed and superseded_at is null and (made_at, id) < (:at, :id)
            order by made_at desc, id desc limit :limit""";

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two who make a plan for one ticket stand in line until the transaction of the first has ended. */
    void hold(BureauId bureau, TicketId ticket) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params("plan." + ticket.value(), (long) bureau.value())
                .query((row, n) -> 0)
                .list();
    }

    /** Number of the latest plan of a ticket, 0 where there is none. */
    int latest(BureauId bureau, TicketId ticket) {
        return jdbc.sql("select coalesce(max(number), 0) from recovery.plan where bureau = ? and ticket = ?")
                .params(bureau.value(), ticket.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Another plan takes the place of the one that holds: what became of that one is written down for good, from the ticket as
     * it stands. Where it was opened again before anybody looked, it was resolved at some time before now.
     */
    void supersede(BureauId bureau, Ticket ticket, Instant at) {
        Ticket.Outcome outcome = ticket.outcome();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("ticket", ticket.id().value());
        row.put("at", Moments.at(at));
        row.put("resolved", Moments.atOrNull(outcome.resolvedAt()));
        row.put("reopened", outcome.reopened());
        row.put("consent", outcome.consent() == null ? null : outcome.consent().name());
        jdbc.sql("""
                        update recovery.plan
                           set superseded_at = :at, came_back = :reopened > reopened_before,
                               resolved_at = coalesce(case when :resolved::timestamptz >= made_at then :resolved::timestamptz end,
                                                      resolved_at,
                                                      case when :reopened > reopened_before then :at::timestamptz end),
                               consent = coalesce(:consent::text, consent)
                         where bureau = :bureau and ticket = :ticket and superseded_at is null
                        """).params(row).update();
    }

    void add(BureauId bureau, RecoveryPlan plan, Ticket ticket) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", plan.id().value());
        row.put("ticket", plan.ticket().value());
        row.put("customer", ticket.customer() == null ? null : ticket.customer().value());
        row.put("number", plan.number());
        row.put("failure", plan.situation().failure());
        row.put("attribution", plan.situation().attribution());
        row.put("family", plan.situation().family());
        row.put("repeated", plan.situation().repeated());
        row.put("mood", plan.situation().mood());
        row.put("asked", plan.situation().asked());
        row.put("followed", plan.followed());
        row.put("reason", plan.reason());
        row.put("by", plan.by().value());
        row.put("post", plan.post());
        row.put("at", Moments.at(plan.at()));
        row.put("reopened", ticket.outcome().reopened());
        jdbc.sql("""
                        insert into recovery.plan
                          (bureau, id, ticket, customer, number, failure, attribution, family, repeated, mood, asked, followed,
                           reason, made_by, post, made_at, reopened_before)
                        values (:bureau, :id, :ticket, :customer, :number, :failure, :attribution, :family, :repeated, :mood,
                                :asked, :followed, :reason, :by, :post, :at, :reopened)
                        """).params(row).update();
        plan.lines().forEach(line -> add(bureau, plan.id(), line));
    }

    private void add(BureauId bureau, PlanId plan, PlanLine line) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("plan", plan.value());
        row.put("kind", line.kind().code());
        row.put("offered", line.offered());
        row.put(
                "offeredSpeaker",
                line.offeredSpeaker() == null ? null : line.offeredSpeaker().name());
        row.put("chosen", line.chosen());
        row.put("speaker", line.speaker().name());
        row.put("why", line.why().stream().map(Why::name).toArray(String[]::new));
        jdbc.sql("""
                        insert into recovery.plan_line (bureau, plan, kind, offered, offered_speaker, chosen, speaker, why)
                        values (:bureau, :plan, :kind, :offered, :offeredSpeaker, :chosen, :speaker, :why)
                        """).params(row).update();
    }

    List<RecoveryPlan> of(BureauId bureau, TicketId ticket) {
        return list(bureau, OF_TICKET, Map.of("ticket", ticket.value()));
    }

    /** A plan that nobody else ticks off or replaces until the transaction ends. */
    Optional<RecoveryPlan> held(BureauId bureau, PlanId id) {
        return list(bureau, "id = :id for update", Map.of("id", id.value())).stream()
                .findFirst();
    }

    /** Plans of a condition in their order with their lines; two queries. */
    List<RecoveryPlan> list(BureauId bureau, String where, Map<String, Object> params) {
        List<RecoveryPlan> bare = jdbc.sql("select * from recovery.plan where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> plan(row))
                .list();
        Map<PlanId, List<PlanLine>> lines =
                lines(bureau, bare.stream().map(RecoveryPlan::id).toList());
        return bare.stream()
                .map(plan -> with(plan, lines.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    private Map<PlanId, List<PlanLine>> lines(BureauId bureau, Collection<PlanId> plans) {
        record Of(PlanId plan, PlanLine line) {}
        if (plans.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select * from recovery.plan_line where bureau = ? and plan = any(?) order by plan, offered, chosen")
                .params(bureau.value(), plans.stream().map(PlanId::value).toArray(UUID[]::new))
                .query((row, n) -> new Of(new PlanId(row.getObject("plan", UUID.class)), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::plan, Collectors.mapping(Of::line, Collectors.toList())));
    }

    private static RecoveryPlan with(RecoveryPlan plan, List<PlanLine> lines) {
        return new RecoveryPlan(
                plan.id(),
                plan.ticket(),
                plan.number(),
                plan.situation(),
                new ArrayList<>(lines),
                plan.followed(),
                plan.reason(),
                plan.by(),
                plan.post(),
                plan.at(),
                plan.superseded(),
                plan.result());
    }

    private static PlanLine line(ResultSet row) throws SQLException {
        String code = row.getString("kind");
        String offered = row.getString("offered_speaker");
        Array why = row.getArray("why");
        return new PlanLine(
                RemedyKind.ofCode(code).orElseThrow(() -> new IllegalStateException("unknown remedy " + code)),
                row.getObject("offered", Integer.class),
                offered == null ? null : Speaker.valueOf(offered),
                row.getObject("chosen", Integer.class),
                Speaker.valueOf(row.getString("speaker")),
                Stream.of((String[]) why.getArray()).map(Why::valueOf).toList());
    }

    private static RecoveryPlan plan(ResultSet row) throws SQLException {
        String consent = row.getString("consent");
        return new RecoveryPlan(
                new PlanId(row.getObject("id", UUID.class)),
                new TicketId(row.getObject("ticket", UUID.class)),
                row.getInt("number"),
                new RecoveryPlan.SituationSeen(
                        row.getString("failure"),
                        row.getString("attribution"),
                        row.getString("family"),
                        row.getBoolean("repeated"),
                        row.getString("mood"),
                        row.getBoolean("asked")),
                List.of(),
                row.getBoolean("followed"),
                row.getString("reason"),
                new StaffId(row.getObject("made_by", UUID.class)),
                row.getString("post"),
                Moments.get(row, "made_at"),
                row.getObject("superseded_at") != null,
                new RecoveryPlan.Result(
                        Moments.find(row, "resolved_at"),
                        row.getBoolean("came_back"),
                        consent == null ? null : Consent.valueOf(consent),
                        row.getObject("elsewhere_at") != null));
    }
}
