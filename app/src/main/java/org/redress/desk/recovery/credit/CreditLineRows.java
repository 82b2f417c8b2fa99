package org.redress.desk.recovery.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.credit_line}. */
@Repository
class CreditLineRows {

    private static final String LINES = "select l.*, " + DeadTime.COLUMNS.formatted("l.times")
            + " from recovery.credit_line l where l.bureau = :bureau and l.run = :run";
    static final String OF_CUSTOMERS = LINES + " and l.customer = any(:customers) order by l.customer, l.line";

    /** For which parts of a time the rent of a line is credited by runs that stand. */
    static final String CREDITED = """
            select lower(t.r) as from_at, upper(t.r) as until_at
              from recovery.credit_run r
              join recovery.credit_line l on l.bureau = r.bureau and l.run = r.id
              join recovery.credit_share s on s.bureau = l.bureau and s.run = l.run and s.customer = l.customer
              cross join lateral unnest(l.times) t(r)
             where r.bureau = :bureau and r.promised_at is not null and r.state <> 'REVERSED'
               and r.began_at < :until and r.ended_at > :from
               and l.line = :line and l.why is null and (l.statutory or s.rent > 0)
             order by 1
            """;

    private static final int BATCH = 500;
    private static final UUID BOTTOM = new UUID(0, 0);

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    CreditLineRows(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    void insert(BureauId bureau, CreditRunId run, List<CreditLine> lines) {
        batch.batchUpdate("""
                insert into recovery.credit_line
                  (bureau, run, line, customer, label, rent, statutory, sum, why, compensation, had, times)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::tstzmultirange)
                """, lines, BATCH, (row, one) -> {
            row.setInt(1, bureau.value());
            row.setObject(2, run.value());
            row.setObject(3, one.line());
            row.setObject(4, one.customer().value());
            row.setString(5, one.label());
            row.setBigDecimal(6, one.rent().getAmount());
            row.setBoolean(7, one.statutory());
            row.setBigDecimal(8, one.sum().getAmount());
            row.setString(9, one.why() == null ? null : one.why().name());
            row.setObject(10, one.compensation().value());
            row.setBigDecimal(11, one.had().getAmount());
            row.setString(12, DeadTime.written(one.times()));
        });
    }

    /** The last line that is in, where the next batch goes on. */
    Optional<UUID> last(BureauId bureau, CreditRunId run) {
        return jdbc.sql("select line from recovery.credit_line where bureau = ? and run = ? order by line desc limit 1")
                .params(bureau.value(), run.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** The customers of a run after one of them, each once. */
    List<CustomerId> customers(BureauId bureau, CreditRunId run, @Nullable CustomerId after, int limit) {
        return jdbc.sql("""
                        select distinct customer from recovery.credit_line
                         where bureau = ? and run = ? and customer > ? order by customer limit ?
                        """)
                .params(bureau.value(), run.value(), after == null ? BOTTOM : after.value(), limit)
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    List<CreditLine> of(BureauId bureau, CreditRun run, Collection<CustomerId> customers) {
        CurrencyUnit currency = run.sums().statutory().getCurrencyUnit();
        return jdbc.sql(OF_CUSTOMERS)
                .param("bureau", bureau.value())
                .param("run", run.id().value())
                .param("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, n) -> line(currency, row))
                .list();
    }

    /** Those for which something is given. */
    List<CreditLine> given(BureauId bureau, CreditRun run) {
        CurrencyUnit currency = run.sums().statutory().getCurrencyUnit();
        return jdbc.sql(LINES + " and l.why is null order by l.line")
                .param("bureau", bureau.value())
                .param("run", run.id().value())
                .query((row, n) -> line(currency, row))
                .list();
    }

    /** What is owed by law, by its id in the ledger, in an order that stays. */
    List<CompensationId> owed(BureauId bureau, CreditRunId run) {
        return jdbc.sql("""
                        select compensation from recovery.credit_line
                         where bureau = ? and run = ? and why is null and statutory order by line
                        """)
                .params(bureau.value(), run.value())
                .query((row, n) -> new CompensationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** For which parts of a time the rent of a line is credited. */
    List<DeadTime> credited(BureauId bureau, UUID line, DeadTime time) {
        return jdbc.sql(CREDITED)
                .param("bureau", bureau.value())
                .param("line", line)
                .param("from", Moments.at(time.from()))
                .param("until", Moments.at(time.until()))
                .query((row, n) -> new DeadTime(Moments.get(row, "from_at"), Moments.get(row, "until_at")))
                .list();
    }

    /** Gives less for these lines, or nothing any more, because the customer has it already. */
    void reduce(BureauId bureau, CreditRunId run, List<CreditLine> lines) {
        batch.batchUpdate("""
                update recovery.credit_line set sum = ?, had = ?, times = ?::tstzmultirange, why = ?
                 where bureau = ? and run = ? and line = ? and why is null
                """, lines, BATCH, (row, one) -> {
            row.setBigDecimal(1, one.sum().getAmount());
            row.setBigDecimal(2, one.had().getAmount());
            row.setString(3, DeadTime.written(one.times()));
            row.setString(4, one.why() == null ? null : one.why().name());
            row.setInt(5, bureau.value());
            row.setObject(6, run.value());
            row.setObject(7, one.line());
        });
    }

    private static CreditLine line(CurrencyUnit currency, ResultSet row) throws SQLException {
        String why = row.getString("why");
        return new CreditLine(
                row.getObject("line", UUID.class),
                new CustomerId(row.getObject("customer", UUID.class)),
                row.getString("label"),
                CreditRows.money(currency, row.getBigDecimal("rent")),
                row.getBoolean("statutory"),
                DeadTime.read(row),
                CreditRows.money(currency, row.getBigDecimal("sum")),
                CreditRows.money(currency, row.getBigDecimal("had")),
                why == null ? null : CreditShare.Why.valueOf(why),
                new CompensationId(row.getObject("compensation", UUID.class)));
    }
}
