package org.redress.desk.recovery.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.credit_line}. */
@Repository
class CreditLineRows {

    static final String OF_CUSTOMERS = "select * from recovery.credit_line"
            + " where bureau = :bureau and run = :run and customer = any(:customers) order by customer, line";

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
                  (bureau, run, line, customer, label, rent, statutory, sum, why, compensation)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
        return jdbc.sql("select * from recovery.credit_line where bureau = ? and run = ? and why is null order by line")
                .params(bureau.value(), run.id().value())
                .query((row, n) -> line(currency, row))
                .list();
    }

    /** Whether the rent of a line is given. */
    boolean has(BureauId bureau, CreditRunId run, UUID line) {
        return jdbc.sql("""
                        select exists (select from recovery.credit_line l
                                         join recovery.credit_share s
                                           on s.bureau = l.bureau and s.run = l.run and s.customer = l.customer
                                        where l.bureau = ? and l.run = ? and l.line = ? and l.why is null
                                          and (l.statutory or s.rent > 0))
                        """)
                .params(bureau.value(), run.value(), line)
                .query(Boolean.class)
                .single();
    }

    /** Gives nothing for these lines any more, because the customer has it already. */
    void leaveOut(BureauId bureau, CreditRunId run, Collection<UUID> lines) {
        jdbc.sql("""
                        update recovery.credit_line set why = 'COMPENSATED'
                         where bureau = ? and run = ? and line = any(?) and why is null
                        """)
                .params(bureau.value(), run.value(), new ArrayList<>(lines).toArray(UUID[]::new))
                .update();
    }

    private static CreditLine line(CurrencyUnit currency, ResultSet row) throws SQLException {
        String why = row.getString("why");
        return new CreditLine(
                row.getObject("line", UUID.class),
                new CustomerId(row.getObject("customer", UUID.class)),
                row.getString("label"),
                CreditRows.money(currency, row.getBigDecimal("rent")),
                row.getBoolean("statutory"),
                CreditRows.money(currency, row.getBigDecimal("sum")),
                why == null ? null : CreditShare.Why.valueOf(why),
                new CompensationId(row.getObject("compensation", UUID.class)));
    }
}
