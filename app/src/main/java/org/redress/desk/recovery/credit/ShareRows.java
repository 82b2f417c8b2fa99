package org.redress.desk.recovery.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.credit_share}. */
@Repository
class ShareRows {

    /** A share with its id in the ledger. */
    record Entered(CreditShare share, CompensationId compensation) {}

    static final String PAGE = "select * from recovery.credit_share"
            + " where bureau = :bureau and run = :run and customer > :after order by customer limit :limit";
    static final String UNTOLD = "select * from recovery.credit_share where bureau = :bureau and run = :run"
            + " and told is null and customer > :after order by customer limit :limit";
    static final String UNTOLD_BACK = "select * from recovery.credit_share where bureau = :bureau and run = :run"
            + " and told is not null and told_back is null and customer > :after order by customer limit :limit";
    static final String UNREACHED = "select * from recovery.credit_share where bureau = :bureau and run = :run"
            + " and coalesce(told_back, told) in ('WITHHELD', 'NO_WAY', 'UNDELIVERED') and customer > :after"
            + " order by customer limit :limit";
    static final String OWN = """
            select exists (select from recovery.kin k
                             join recovery.credit_share s on s.bureau = k.bureau and s.customer = k.customer
                             join recovery.credit_run r on r.bureau = s.bureau and r.id = s.run
                            where k.bureau = :bureau and k.staff = :staff and s.run = :run
                              and (k.withdrawn_at is null or k.withdrawn_at > r.proposed_at))
            """;

    static final String OF_CUSTOMERS = "select * from recovery.credit_share"
            + " where bureau = :bureau and run = :run and customer = any(:customers)";
    static final String HIT = """
            with s as materialized (select run from recovery.credit_share where bureau = :bureau and customer = :customer)
            select exists (select from s join recovery.credit_run r on r.bureau = :bureau and r.id = s.run
                            where r.state in ('POSTED', 'REVERSING', 'REVERSED'))
            """;

    static final String SAMPLE = """
            with told as (select customer, md5(run::text || customer::text) as place
                            from recovery.credit_share
                           where bureau = :bureau and run = :run and told = 'SENT' and statutory + rent + extra > 0
                             and customer <> all(:without))
            select customer from told order by place
             limit (select greatest(:least, ceil(count(*) * :percent / 100.0))::int from told)
            """;

    private static final int BATCH = 500;
    private static final UUID BOTTOM = new UUID(0, 0);

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    ShareRows(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** Enters shares, or what has become of them. */
    void put(BureauId bureau, CreditRunId run, List<Entered> shares) {
        batch.batchUpdate("""
                insert into recovery.credit_share
                  (bureau, run, customer, id, lines, monthly, statutory, rent, extra, why, compensation)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (bureau, run, customer) do update
                   set statutory = excluded.statutory, rent = excluded.rent, extra = excluded.extra, why = excluded.why
                """, shares, BATCH, (row, one) -> {
            CreditShare share = one.share();
            row.setInt(1, bureau.value());
            row.setObject(2, run.value());
            row.setObject(3, share.customer().value());
            row.setObject(4, share.id());
            row.setInt(5, share.lines());
            row.setBigDecimal(6, share.monthly().getAmount());
            row.setBigDecimal(7, share.statutory().getAmount());
            row.setBigDecimal(8, share.rent().getAmount());
            row.setBigDecimal(9, share.extra().getAmount());
            row.setString(10, share.why() == null ? null : share.why().name());
            row.setObject(11, one.compensation().value());
        });
    }

    /** The last customer who is in. */
    Optional<CustomerId> last(BureauId bureau, CreditRunId run) {
        return jdbc.sql(
                        "select customer from recovery.credit_share where bureau = ? and run = ? order by customer desc limit 1")
                .params(bureau.value(), run.value())
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** By customer, after one of them: {@link #PAGE}, {@link #UNTOLD}, {@link #UNTOLD_BACK} or {@link #UNREACHED}. */
    List<Entered> list(String sql, BureauId bureau, CreditRun run, @Nullable CustomerId after, int limit) {
        CurrencyUnit currency = run.sums().statutory().getCurrencyUnit();
        return jdbc.sql(sql)
                .param("bureau", bureau.value())
                .param("run", run.id().value())
                .param("after", after == null ? BOTTOM : after.value())
                .param("limit", limit)
                .query((row, n) -> entered(currency, row))
                .list();
    }

    /** Those of these customers. */
    List<CreditShare> of(BureauId bureau, CreditRun run, Collection<CustomerId> customers) {
        CurrencyUnit currency = run.sums().statutory().getCurrencyUnit();
        return jdbc.sql(OF_CUSTOMERS)
                .param("bureau", bureau.value())
                .param("run", run.id().value())
                .param("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, n) -> entered(currency, row).share())
                .list();
    }

    /** Whether a problem has hit a customer whose run was posted, taken back or not. */
    boolean hit(BureauId bureau, CustomerId customer) {
        return jdbc.sql(HIT)
                .param("bureau", bureau.value())
                .param("customer", customer.value())
                .query(Boolean.class)
                .single();
    }

    /** Some of those who were told, without some, by a figure that nothing about them decides. */
    List<CustomerId> sample(BureauId bureau, CreditRunId run, Collection<CustomerId> without, int percent, int least) {
        return jdbc.sql(SAMPLE)
                .param("bureau", bureau.value())
                .param("run", run.value())
                .param("without", without.stream().map(CustomerId::value).toArray(UUID[]::new))
                .param("percent", percent)
                .param("least", least)
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Keeps the sums of a run with it. */
    void total(BureauId bureau, CreditRunId run) {
        jdbc.sql("""
                        update recovery.credit_run r
                           set customers = t.customers, left_out = t.left_out, statutory = t.statutory, rent = t.rent, extra = t.extra
                          from (select count(*) filter (where statutory + rent + extra > 0) as customers,
                                       count(*) filter (where why is not null) as left_out,
                                       coalesce(sum(statutory), 0) as statutory, coalesce(sum(rent), 0) as rent,
                                       coalesce(sum(extra), 0) as extra
                                  from recovery.credit_share where bureau = :bureau and run = :run) t
                         where r.bureau = :bureau and r.id = :run
                        """).param("bureau", bureau.value()).param("run", run.value()).update();
    }

    /** Notes what became of letters, once for each; how many were not noted yet. */
    int told(BureauId bureau, CreditRunId run, boolean back, Map<CustomerId, CreditShare.Told> letters) {
        String column = back ? "told_back" : "told";
        int[][] noted = batch.batchUpdate(
                "update recovery.credit_share set " + column + " = ? where bureau = ? and run = ? and customer = ? and "
                        + column + " is null",
                List.copyOf(letters.entrySet()),
                BATCH,
                (row, one) -> {
                    row.setString(1, one.getValue().name());
                    row.setInt(2, bureau.value());
                    row.setObject(3, run.value());
                    row.setObject(4, one.getKey().value());
                });
        return Arrays.stream(noted).flatMapToInt(Arrays::stream).sum();
    }

    /** Notes that a letter has not reached its customer; of which run, or empty where there is no such share. */
    Optional<CreditRunId> lost(BureauId bureau, UUID share, boolean back, CreditShare.Told told) {
        return jdbc.sql("update recovery.credit_share set " + (back ? "told_back" : "told")
                        + " = ? where bureau = ? and id = ? returning run")
                .params(told.name(), bureau.value(), share)
                .query((row, n) -> new CreditRunId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Takes back that a letter has not reached its customer: it is on its way once more. */
    void sentAgain(BureauId bureau, UUID share, boolean back) {
        String column = back ? "told_back" : "told";
        jdbc.sql("update recovery.credit_share set " + column + " = 'SENT' where bureau = ? and id = ? and " + column
                        + " = 'UNDELIVERED'")
                .params(bureau.value(), share)
                .update();
    }

    /** Marks a share that was left out for something that was refused then; false where it was not left out for it. */
    boolean refused(BureauId bureau, CreditRunId run, CustomerId customer) {
        return jdbc.sql("""
                        update recovery.credit_share set why = 'REFUSED'
                         where bureau = ? and run = ? and customer = ? and why = 'PENDING'
                        """)
                        .params(bureau.value(), run.value(), customer.value())
                        .update()
                == 1;
    }

    /** Whether an account that a member of staff declared as their own or their family's is in a run. */
    boolean own(BureauId bureau, CreditRunId run, StaffId staff) {
        return jdbc.sql(OWN)
                .param("bureau", bureau.value())
                .param("staff", staff.value())
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }

    /** The runs in which a customer stands, each with the id of their share. */
    Map<UUID, UUID> ofCustomer(BureauId bureau, CustomerId customer) {
        return jdbc
                .sql("select id, run from recovery.credit_share where bureau = ? and customer = ?")
                .params(bureau.value(), customer.value())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those in the ledger for what is given by choice. */
    List<CompensationId> chosen(BureauId bureau, CreditRunId run) {
        return jdbc.sql(
                        "select compensation from recovery.credit_share where bureau = ? and run = ? and rent + extra > 0 order by customer")
                .params(bureau.value(), run.value())
                .query((row, n) -> new CompensationId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Entered entered(CurrencyUnit currency, ResultSet row) throws SQLException {
        String why = row.getString("why");
        String back = row.getString("told_back");
        String told = back == null ? row.getString("told") : back;
        return new Entered(
                new CreditShare(
                        new CustomerId(row.getObject("customer", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getInt("lines"),
                        CreditRows.money(currency, row.getBigDecimal("monthly")),
                        CreditRows.money(currency, row.getBigDecimal("statutory")),
                        CreditRows.money(currency, row.getBigDecimal("rent")),
                        CreditRows.money(currency, row.getBigDecimal("extra")),
                        why == null ? null : CreditShare.Why.valueOf(why),
                        told == null ? null : CreditShare.Told.valueOf(told)),
                new CompensationId(row.getObject("compensation", UUID.class)));
    }
}
