package org.redress.desk.recovery.reconcile;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the three records of the same money: lines, kept sums, and what billing was told. */
@Repository
class ReconciliationRows {

    /** Promised by the lines of the ledger, of what was proposed within days. */
    static final String PROMISED = """
            select date_trunc('month', c.day)::date as month, sum(l.amount) as promised
              from recovery.compensation c
              join recovery.entry e on e.bureau = c.bureau and e.compensation = c.id and e.kind = 'APPROVE'
              join recovery.line l on l.bureau = e.bureau and l.entry = e.id and l.account = 'PROMISED'
             where c.bureau = :bureau and c.day >= :from and c.day < :until group by 1
            """;

    static final String KEPT = """
            select period as month, sum(amount) filter (where account = 'POSTED') as posted,
                   sum(amount) filter (where account = 'PROMISED') as open,
                   sum(amount) filter (where account = 'REVERSED') as reversed
              from recovery.balance
             where bureau = :bureau and dimension = 'TYPE' and period >= :from and period < :until group by 1
            """;

    /** What was posted and what of it was taken back, each by what billing says of it. */
    static final String BILLING = """
            select date_trunc('month', c.day)::date as month,
                   sum(a.amount) filter (where a.state in ('ACCEPTED', 'SETTLED')) as billed,
                   sum(a.amount) filter (where e.kind = 'POST' and a.state = 'OPEN') as asked,
                   sum(a.amount) filter (where e.kind = 'POST' and a.state = 'REFUSED') as refused,
                   sum(e.amount) filter (where e.kind = 'POST' and a.posting is null) as untold,
                   -sum(a.amount) filter (where e.kind = 'REVERSE' and a.state = 'OPEN') as asked_back,
                   -sum(a.amount) filter (where e.kind = 'REVERSE' and a.state = 'REFUSED') as refused_back,
                   sum(e.amount) filter (where e.kind = 'REVERSE' and a.posting is null) as untold_back
              from recovery.compensation c
              join recovery.entry e on e.bureau = c.bureau and e.compensation = c.id
               and (e.kind = 'POST' or e.kind = 'REVERSE' and e.source = 'POSTED')
              left join recovery.adjustment a on a.bureau = e.bureau and a.posting = e.id
             where c.bureau = :bureau and c.day >= :from and c.day < :until and c.account in ('POSTED', 'REVERSED') group by 1
            """;

    /** What does not agree with itself in one compensation: {@code billed} is what billing has. */
    static final String CASES = """
            select c.id, coalesce(p.promised, 0) as promised, coalesce(b.billed, 0) as billed, coalesce(b.told, 0) as told,
                   c.account, c.amount, c.currency, coalesce(p.standing, 'ALLOWANCE') as standing
              from recovery.compensation c
              left join lateral (
                select sum(s.promised) as promised, min(s.account) filter (where s.amount > 0) as standing
                  from (select l.account, sum(l.amount) as amount,
                               sum(l.amount) filter (where e.kind = 'APPROVE' and l.account = 'PROMISED') as promised
                          from recovery.entry e join recovery.line l on l.bureau = e.bureau and l.entry = e.id
                         where e.bureau = c.bureau and e.compensation = c.id group by l.account) s) p on true
              left join lateral (
                select sum(a.amount) filter (where a.state in ('ACCEPTED', 'SETTLED')) as billed, count(*) as told
                  from recovery.adjustment a where a.bureau = c.bureau and a.compensation = c.id) b on true
             where c.bureau = :bureau and c.day >= :from and c.day < :until and (c.day, c.id) < (:day, :id)
             order by c.day desc, c.id desc limit :limit
            """;

    /** Sums of a month by their names. */
    record Sums(Map<YearMonth, Map<String, BigDecimal>> months) {

        Money of(YearMonth month, String name, CurrencyUnit currency) {
            BigDecimal amount = months.getOrDefault(month, Map.of()).getOrDefault(name, BigDecimal.ZERO);
            return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
        }
    }

    /** A compensation with what its lines and billing say. */
    record Case(UUID id, Money promised, Money billed, long told, String account, String standing, Money amount) {}

    private final JdbcClient jdbc;

    ReconciliationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Sums sums(BureauId bureau, LocalDate from, LocalDate until) {
        Map<YearMonth, Map<String, BigDecimal>> months = new HashMap<>();
        read(months, bureau, PROMISED, from, until, List.of("promised"));
        read(months, bureau, KEPT, from, until, List.of("posted", "open", "reversed"));
        read(
                months,
                bureau,
                BILLING,
                from,
                until,
                List.of("billed", "asked", "refused", "untold", "asked_back", "refused_back", "untold_back"));
        return new Sums(months);
    }

    /** The day of the first compensation there is. */
    Optional<LocalDate> first(BureauId bureau) {
        return jdbc.sql("select day from recovery.compensation where bureau = ? order by day, id limit 1")
                .param(bureau.value())
                .query(LocalDate.class)
                .optional();
    }

    private void read(
            Map<YearMonth, Map<String, BigDecimal>> months,
            BureauId bureau,
            String sql,
            LocalDate from,
            LocalDate until,
            List<String> names) {
        jdbc.sql(sql)
                .param("bureau", bureau.value())
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
                    Map<String, BigDecimal> sums = months.computeIfAbsent(month, m -> new HashMap<>());
                    for (String name : names) {
                        BigDecimal sum = row.getBigDecimal(name);
                        sums.put(name, sum == null ? BigDecimal.ZERO : sum);
                    }
                });
    }

    List<Case> cases(BureauId bureau, LocalDate from, LocalDate until, LocalDate day, UUID id, int limit) {
        return jdbc.sql(CASES)
                .param("bureau", bureau.value())
                .param("from", from)
                .param("until", until)
                .param("day", day)
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> one(row))
                .list();
    }

    private static Case one(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new Case(
                row.getObject("id", UUID.class),
                money(currency, row.getBigDecimal("promised")),
                money(currency, row.getBigDecimal("billed")),
                row.getLong("told"),
                row.getString("account"),
                row.getString("standing"),
                money(currency, row.getBigDecimal("amount")));
    }

    private static Money money(CurrencyUnit currency, BigDecimal amount) {
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }
}
