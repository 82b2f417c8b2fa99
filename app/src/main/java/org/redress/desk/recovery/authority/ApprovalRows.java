package org.redress.desk.recovery.authority;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.approval}, and what was given by choice that limits count. */
@Repository
class ApprovalRows {

    static final String WAITING = """
            verdict is null and (asked_at, compensation) > (:at, :id) order by asked_at, compensation limit :limit
            """;

    /** Promised by choice, by a person or in a run, and what somebody with the authority has said yes to. */
    static final String IN_YEAR = """
            select c.customer, extract(year from c.day)::int as year, sum(c.amount) as amount from recovery.compensation c
             where c.bureau = :bureau and c.customer = any(:customers) and c.day >= :from and c.day < :until
               and c.basis in ('GOODWILL', 'RUN')
               and (c.account in ('PROMISED', 'POSTED')
                    or c.account = 'PENDING' and exists (
                      select from recovery.approval p
                       where p.bureau = c.bureau and p.compensation = c.id and p.verdict = 'YES'
                         and p.need in ('OWN', 'AUTHORITY')))
             group by 1, 2
            """;

    /** What somebody has said yes to on a day by their own authority, without what came to nothing. */
    static final String ON_DAY = """
            select coalesce(sum(c.amount), 0) from recovery.approval p
              join recovery.compensation c on c.bureau = p.bureau and c.id = p.compensation
             where p.bureau = :bureau and p.decided_by = :staff and p.decided_on = :day and p.verdict = 'YES'
               and p.need in ('OWN', 'AUTHORITY') and c.account in ('PENDING', 'PROMISED', 'POSTED')
            """;

    static final String DECIDED_ON = """
            select distinct p.decided_by from recovery.compensation c
              join recovery.approval p on p.bureau = c.bureau and p.compensation = c.id
             where c.bureau = :bureau and c.ticket = :ticket and p.decided_by is not null
            """;

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(BureauId bureau, ApprovalStep step) {
        write(bureau, step, null, null);
    }

    /** Within the limits of whoever gives it: asked and said at once. */
    void own(BureauId bureau, ApprovalStep step, LocalDate day) {
        write(bureau, step, day, step.giver());
    }

    private void write(BureauId bureau, ApprovalStep step, @Nullable LocalDate day, @Nullable StaffId by) {
        OffsetDateTime at = step.askedAt().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into recovery.approval (bureau, compensation, step, need, giver, asked, asked_at, verdict, decided_by,
                               decided_at, decided_on)
                        values (:bureau, :id, :step, :need, :giver, :asked, :at, :verdict, :by, :decided, :day)
                        """)
                .param("bureau", bureau.value())
                .param("id", step.compensation().value())
                .param("step", step.step())
                .param("need", step.need().name())
                .param("giver", step.giver().value())
                .param("asked", step.asked() == null ? null : step.asked().value())
                .param("at", at)
                .param("verdict", by == null ? null : ApprovalStep.Verdict.YES.name())
                .param("by", by == null ? null : by.value())
                .param("decided", by == null ? null : at)
                .param("day", day)
                .update();
    }

    /** Decides the step that waits; false where somebody has. */
    boolean decide(BureauId bureau, ApprovalStep step, ApprovalStep.Decision decision, LocalDate day) {
        return jdbc.sql("""
                        update recovery.approval set verdict = :verdict, decided_by = :by, decided_at = :at, decided_on = :day, why = :why
                         where bureau = :bureau and compensation = :id and step = :step and verdict is null
                        """)
                        .param("verdict", decision.verdict().name())
                        .param(
                                "by",
                                decision.by() == null ? null : decision.by().value())
                        .param("at", decision.at().atOffset(ZoneOffset.UTC))
                        .param("day", day)
                        .param("why", decision.why())
                        .param("bureau", bureau.value())
                        .param("id", step.compensation().value())
                        .param("step", step.step())
                        .update()
                == 1;
    }

    /** The steps of compensations, in order. */
    List<ApprovalStep> of(BureauId bureau, Collection<CompensationId> ids) {
        UUID[] wanted = ids.stream().map(CompensationId::value).distinct().toArray(UUID[]::new);
        return list(bureau, "compensation = any(:ids) order by compensation, step", Map.of("ids", wanted));
    }

    /** @param giver who proposed them, or null for everybody */
    List<ApprovalStep> waiting(BureauId bureau, @Nullable StaffId giver, Instant after, UUID id, int limit) {
        Map<String, Object> params =
                new HashMap<>(Map.of("at", after.atOffset(ZoneOffset.UTC), "id", id, "limit", limit));
        if (giver == null) {
            return list(bureau, WAITING, params);
        }
        params.put("giver", giver.value());
        return list(bureau, "giver = :giver and " + WAITING, params);
    }

    /** How many wait that this person has not proposed. */
    int count(BureauId bureau, StaffId person, int most) {
        return jdbc.sql("""
                        select count(*) from (select from recovery.approval
                                               where bureau = ? and verdict is null and giver <> ? limit ?) waiting
                        """)
                .params(bureau.value(), person.value(), most)
                .query(Integer.class)
                .single();
    }

    private List<ApprovalStep> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql("select * from recovery.approval where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> step(row))
                .list();
    }

    /** A customer in a calendar year. */
    record InYear(CustomerId customer, int year) {}

    /** What customers were given by choice in the years that begin within these; without those who were given nothing. */
    Map<InYear, BigDecimal> inYears(BureauId bureau, Collection<CustomerId> customers, int first, int last) {
        return jdbc
                .sql(IN_YEAR)
                .param("bureau", bureau.value())
                .param("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .param("from", LocalDate.of(first, 1, 1))
                .param("until", LocalDate.of(last + 1, 1, 1))
                .query((row, n) -> Map.entry(
                        new InYear(new CustomerId(row.getObject("customer", UUID.class)), row.getInt("year")),
                        row.getBigDecimal("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Money onDay(BureauId bureau, StaffId staff, LocalDate day, CurrencyUnit currency) {
        return jdbc.sql(ON_DAY)
                .param("bureau", bureau.value())
                .param("staff", staff.value())
                .param("day", day)
                .query((row, n) -> Money.of(currency, row.getBigDecimal(1).setScale(currency.getDecimalPlaces())))
                .single();
    }

    /** Who said yes or no to what was to be given on a ticket. */
    Set<StaffId> decidedOn(BureauId bureau, TicketId ticket) {
        return jdbc.sql(DECIDED_ON)
                .param("bureau", bureau.value())
                .param("ticket", ticket.value())
                .query((row, n) -> new StaffId(row.getObject(1, UUID.class)))
                .set();
    }

    private static ApprovalStep step(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        UUID asked = row.getObject("asked", UUID.class);
        UUID by = row.getObject("decided_by", UUID.class);
        return new ApprovalStep(
                new CompensationId(row.getObject("compensation", UUID.class)),
                row.getInt("step"),
                Need.valueOf(row.getString("need")),
                new StaffId(row.getObject("giver", UUID.class)),
                asked == null ? null : new StaffId(asked),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                verdict == null
                        ? null
                        : new ApprovalStep.Decision(
                                ApprovalStep.Verdict.valueOf(verdict),
                                by == null ? null : new StaffId(by),
                                row.getObject("decided_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("why")));
    }
}
