package org.redress.desk.recovery.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code recovery.book}, {@code recovery.run} and {@code recovery.compensation}. */
@Repository
class CompensationRows {

    static final String OF_TICKETS = "ticket = any(:tickets) order by day desc, id desc";
    static final String OF_CUSTOMER =
            "customer = :customer and (day >= :since or failure = any(:failures)) order by day desc, id desc";
    static final String OF_CUSTOMERS = "customer = any(:customers) and day >= :since";
    static final String OF_RUN = "run = :run and id > :after order by id limit :limit";

    private static final String INSERT = """
            insert into recovery.compensation (bureau, id, key, basis, ticket, customer, unit, type, failure, failure_type, run,
                   giver, amount, currency, day, budget, proposed_at)
            select :bureau, x.id, x.key, x.basis, x.ticket, x.customer, x.unit, x.type, x.failure, x."failureType", x.run,
                   x.giver, x.amount, x.currency, x.day, x.budget, x."proposedAt"
              from jsonb_to_recordset(:rows::jsonb) as x (id uuid, key text, basis text, ticket uuid, customer uuid, unit uuid,
                   type text, failure uuid, "failureType" text, run uuid, giver uuid, amount numeric, currency text, day date,
                   budget uuid, "proposedAt" timestamptz)
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A row as it is written. */
    private record Row(
            UUID id,
            String key,
            String basis,
            @Nullable UUID ticket,
            @Nullable UUID customer,
            UUID unit,
            String type,
            @Nullable UUID failure,
            @Nullable String failureType,
            @Nullable UUID run,
            UUID giver,
            BigDecimal amount,
            String currency,
            String day,
            @Nullable UUID budget,
            String proposedAt) {

        static Row of(String key, Compensation one) {
            return new Row(
                    one.id().value(),
                    key,
                    one.basis().name(),
                    one.ticket() == null ? null : one.ticket().value(),
                    one.customer() == null ? null : one.customer().value(),
                    one.unit().value(),
                    one.type(),
                    one.failure(),
                    one.failureType(),
                    one.run(),
                    one.giver().value(),
                    one.sum().getAmount(),
                    one.sum().getCurrencyUnit().getCode(),
                    one.day().toString(),
                    one.budget(),
                    one.proposedAt().toString());
        }
    }

    private final JdbcClient jdbc;

    CompensationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the book of a bureau until the transaction ends: who writes in it comes one after the other. */
    void hold(BureauId bureau, CurrencyUnit currency) {
        jdbc.sql("insert into recovery.book (bureau, currency) values (?, ?) on conflict do nothing")
                .params(bureau.value(), currency.getCode())
                .update();
        jdbc.sql("select currency from recovery.book where bureau = ? for update")
                .param(bureau.value())
                .query(String.class)
                .single();
    }

    /** Writes compensations by their keys, in one statement. */
    void insert(BureauId bureau, Map<String, Compensation> fresh) {
        List<Row> rows = fresh.entrySet().stream()
                .map(one -> Row.of(one.getKey(), one.getValue()))
                .toList();
        jdbc.sql(INSERT)
                .param("bureau", bureau.value())
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    void insert(BureauId bureau, Run run, OffsetDateTime at) {
        Run.Consent consent = run.consent();
        jdbc.sql("""
                        insert into recovery.run (bureau, id, approved_by, seconded_by, holder, budget, over, promised_at)
                        values (:bureau, :id, :first, :second, :holder, :budget, :over, :at)
                        """)
                .param("bureau", bureau.value())
                .param("id", run.id())
                .param("first", run.first().value())
                .param("second", run.second().value())
                .param("holder", consent == null ? null : consent.holder().value())
                .param("budget", consent == null ? null : consent.budget())
                .param("over", consent == null ? null : consent.over().getAmount())
                .param("at", at)
                .update();
    }

    boolean entered(BureauId bureau, UUID run) {
        return jdbc.sql("select exists (select from recovery.run where bureau = ? and id = ?)")
                .params(bureau.value(), run)
                .query(Boolean.class)
                .single();
    }

    /** Those of a run whose sums stand in one of the accounts. */
    List<CompensationId> ofRun(BureauId bureau, UUID run, Collection<Account> accounts) {
        return jdbc.sql(
                        "select id from recovery.compensation where bureau = ? and run = ? and account = any(?) order by id")
                .params(
                        bureau.value(),
                        run,
                        accounts.stream().map(Account::name).toArray(String[]::new))
                .query((row, n) -> new CompensationId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<Compensation> find(BureauId bureau, CompensationId id) {
        return list(bureau, "id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    List<Compensation> of(BureauId bureau, Collection<CompensationId> ids) {
        UUID[] wanted = ids.stream().map(CompensationId::value).distinct().toArray(UUID[]::new);
        return list(bureau, "id = any(:ids) order by id", Map.of("ids", wanted));
    }

    /** Those that were entered by these keys. */
    Map<String, Compensation> ofKeys(BureauId bureau, Collection<String> keys) {
        Map<String, Compensation> found = new HashMap<>();
        jdbc.sql("select * from recovery.compensation where bureau = ? and key = any(?)")
                .params(bureau.value(), keys.toArray(String[]::new))
                .query((row, n) -> found.put(row.getString("key"), compensation(row)))
                .list();
        return found;
    }

    /** Who of these customers is compensated for a failure, in any way that still stands or may yet. */
    List<CustomerId> compensated(BureauId bureau, UUID failure, Collection<CustomerId> customers) {
        return jdbc.sql("""
                        select customer from recovery.compensation
                         where bureau = :bureau and failure = :failure and customer = any(:customers)
                           and account in ('PENDING', 'PROMISED', 'POSTED') order by customer
                        """)
                .param("bureau", bureau.value())
                .param("failure", failure)
                .param("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    List<Compensation> list(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql("select * from recovery.compensation where bureau = :bureau and " + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> compensation(row))
                .list();
    }

    private static Compensation compensation(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        UUID ticket = row.getObject("ticket", UUID.class);
        UUID customer = row.getObject("customer", UUID.class);
        return new Compensation(
                new CompensationId(row.getObject("id", UUID.class)),
                Basis.valueOf(row.getString("basis")),
                ticket == null ? null : new TicketId(ticket),
                customer == null ? null : new CustomerId(customer),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("type"),
                row.getObject("failure", UUID.class),
                row.getString("failure_type"),
                row.getObject("run", UUID.class),
                new StaffId(row.getObject("giver", UUID.class)),
                Money.of(currency, row.getBigDecimal("amount").setScale(currency.getDecimalPlaces())),
                row.getObject("day", LocalDate.class),
                row.getObject("budget", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                Account.valueOf(row.getString("account")),
                row.getInt("version"));
    }
}
