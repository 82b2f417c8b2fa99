package org.redress.desk.recovery.followup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.credit.CreditRunId;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.follow_up}: its life before the answer, and its lists. */
@Repository
class FollowUpRows {

    static final String SELECT = "select * from recovery.follow_up where bureau = :bureau and ";

    static final String DUE = SELECT + "next_at <= :now order by next_at, id limit :limit for update skip locked";

    static final String OF = SELECT + "ticket = any(:tickets) order by ticket, round";

    static final String LATELY = """
            select exists (select from recovery.follow_up
                            where bureau = :bureau and customer = :customer and asked_at > :since and state <> 'UNREACHED'
                              and (cast(:ticket as uuid) is null or ticket is distinct from cast(:ticket as uuid)))
            """;

    /** What is asked no longer; by a link that was lost nobody was asked. */
    private static final String DROPPED = """
            update recovery.follow_up
               set state = 'DROPPED', next_at = null, version = version + 1,
                   asked_at = case when state = 'UNREACHED' then null else asked_at end
            """;

    /** What was asked about an earlier closing asks about what no longer is so. */
    private static final String DROP = DROPPED + """
             where bureau = ? and ticket = ? and round < ? and state in ('PLANNED', 'ASKED', 'UNREACHED', 'EXPIRED')
            returning id
            """;

    private static final String PLAN = """
            insert into recovery.follow_up (bureau, id, ticket, round, customer, state, closed_at, next_at)
            values (:bureau, :id, :ticket, :round, :customer, 'PLANNED', :closed, :next)
            on conflict (bureau, ticket, round) do nothing
            """;

    private static final String PLAN_RUN = """
            insert into recovery.follow_up (bureau, id, run, customer, state, closed_at, next_at)
            select :bureau, o.id, :run, o.customer, 'PLANNED', :posted, :next
              from unnest(:ids::uuid[], :customers::uuid[]) as o (id, customer)
            on conflict (bureau, run, customer) where run is not null do nothing
            returning id
            """;

    private final JdbcClient jdbc;

    FollowUpRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where there is one of this ticket and round already. */
    boolean plan(
            BureauId bureau, UUID id, TicketId ticket, int round, CustomerId customer, Instant closed, Instant next) {
        return jdbc.sql(PLAN)
                        .param("bureau", bureau.value())
                        .param("id", id)
                        .param("ticket", ticket.value())
                        .param("round", round)
                        .param("customer", customer.value())
                        .param("closed", Moments.at(closed))
                        .param("next", Moments.at(next))
                        .update()
                == 1;
    }

    Optional<FollowUp> find(BureauId bureau, FollowUpId id) {
        return list(bureau, "id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** The same, held until the transaction ends. */
    Optional<FollowUp> hold(BureauId bureau, FollowUpId id) {
        return list(bureau, "id = :id for update", Map.of("id", id.value())).stream()
                .findFirst();
    }

    /** Plans one for each of these customers of a run; those that are new. */
    List<FollowUpId> planRun(
            BureauId bureau, CreditRunId run, List<CustomerId> customers, Instant posted, Instant next) {
        return jdbc.sql(PLAN_RUN)
                .param("bureau", bureau.value())
                .param("run", run.value())
                .param("ids", customers.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .param("posted", Moments.at(posted))
                .param("next", Moments.at(next))
                .query((row, n) -> new FollowUpId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Drops those of a run that nobody has answered yet. */
    List<FollowUpId> dropRun(BureauId bureau, CreditRunId run) {
        return jdbc.sql(DROPPED + """
                         where bureau = ? and run = ? and state in ('PLANNED', 'ASKED', 'UNREACHED') returning id
                        """)
                .params(bureau.value(), run.value())
                .query((row, n) -> new FollowUpId(row.getObject(1, UUID.class)))
                .list();
    }

    /** All of a customer. */
    List<FollowUp> ofCustomer(BureauId bureau, CustomerId customer) {
        return list(bureau, "customer = :customer", Map.of("customer", customer.value()));
    }

    /** Those of these tickets, the earliest round first. */
    List<FollowUp> of(BureauId bureau, Collection<TicketId> tickets) {
        return jdbc.sql(OF)
                .param("bureau", bureau.value())
                .param(
                        "tickets",
                        tickets.stream().map(TicketId::value).distinct().toArray(UUID[]::new))
                .query(FollowUpRow::of)
                .list();
    }

    /** What something has to be done about by itself, held. */
    List<FollowUp> due(BureauId bureau, Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("bureau", bureau.value())
                .param("now", Moments.at(now))
                .param("limit", limit)
                .query(FollowUpRow::of)
                .list();
    }

    List<FollowUp> list(BureauId bureau, String condition, Map<String, ?> params) {
        return jdbc.sql(SELECT + condition)
                .param("bureau", bureau.value())
                .params(params)
                .query(FollowUpRow::of)
                .list();
    }

    /** Whether this customer was asked about another matter since a moment. */
    boolean askedSince(BureauId bureau, CustomerId customer, @Nullable TicketId but, Instant since) {
        return jdbc.sql(LATELY)
                .param("bureau", bureau.value())
                .param("customer", customer.value())
                .param("ticket", but == null ? null : but.value())
                .param("since", Moments.at(since))
                .query(Boolean.class)
                .single();
    }

    /** Whether this customer has been compared since a moment; two who enter it at once stand in line. */
    boolean comparedSince(BureauId bureau, CustomerId customer, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                .params("followup.compare." + customer.value(), (long) bureau.value())
                .query((row, n) -> 0)
                .list();
        return jdbc.sql("""
                        select exists (select from recovery.follow_up
                                        where bureau = ? and customer = ? and ticket is null and run is null and answered_at > ?)
                        """)
                .params(bureau.value(), customer.value(), Moments.at(since))
                .query(Boolean.class)
                .single();
    }

    /** It stands so from now on; {@code next} is when something happens by itself, or null. */
    void state(BureauId bureau, FollowUpId id, FollowUpState state, @Nullable Instant next) {
        set(
                bureau,
                id,
                "state = :state, next_at = :next",
                params("state", state.name(), "next", Moments.atOrNull(next)));
    }

    void asked(BureauId bureau, FollowUpId id, Instant at, Instant remind, Instant expires) {
        set(
                bureau,
                id,
                "state = 'ASKED', asked_at = :at, remind_at = :remind, expires_at = :expires, next_at = :remind",
                params("at", Moments.at(at), "remind", Moments.at(remind), "expires", Moments.at(expires)));
    }

    void reminded(BureauId bureau, FollowUpId id, Instant at) {
        set(bureau, id, "reminded_at = :at, next_at = expires_at", params("at", Moments.at(at)));
    }

    /** Drops what was not answered of earlier rounds of a ticket that was opened again. */
    List<FollowUpId> dropBefore(BureauId bureau, TicketId ticket, int round) {
        return jdbc.sql(DROP)
                .params(bureau.value(), ticket.value(), round)
                .query((row, n) -> new FollowUpId(row.getObject(1, UUID.class)))
                .list();
    }

    void set(BureauId bureau, FollowUpId id, String assignments, Map<String, @Nullable Object> params) {
        jdbc.sql("update recovery.follow_up set version = version + 1, " + assignments
                        + " where bureau = :bureau and id = :id")
                .param("bureau", bureau.value())
                .param("id", id.value())
                .params(params)
                .update();
    }

    void step(BureauId bureau, FollowUpId id, StaffId by, FollowUpStep.What what, String words, Instant at) {
        jdbc.sql(
                        "insert into recovery.follow_up_step (bureau, follow_up, at, staff, what, words) values (?, ?, ?, ?, ?, ?)")
                .params(bureau.value(), id.value(), Moments.at(at), by.value(), what.name(), words)
                .update();
    }

    List<FollowUpStep> steps(BureauId bureau, FollowUpId id) {
        return jdbc.sql("""
                        select at, staff, what, words from recovery.follow_up_step
                         where bureau = ? and follow_up = ? order by seq
                        """)
                .params(bureau.value(), id.value())
                .query((row, n) -> new FollowUpStep(
                        row.getTimestamp(1).toInstant(),
                        new StaffId(row.getObject(2, UUID.class)),
                        FollowUpStep.What.valueOf(row.getString(3)),
                        row.getString(4)))
                .list();
    }

    static Map<String, @Nullable Object> params(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> params = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            params.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return params;
    }
}
