package org.redress.desk.recovery.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kept sums of the ledger, and whether they are what the lines add up to. Sums over no lines are not in the answers. */
@Component
public class Balances {

    static final String OF_KEYS = """
            select key, account, sum(amount) as amount, sum(cases) as cases from recovery.balance
             where bureau = :bureau and dimension = :dimension and key = any(:keys) and period >= :from and period < :until
             group by key, account
            """;

    /** By what stands in an account in a year; there is one sum for each customer. */
    static final String CUSTOMERS = """
            select key, amount from recovery.balance
             where bureau = :bureau and dimension = 'CUSTOMER' and account = :account and period = :from and amount > 0
               and (amount, key) < (:sum, :key)
             order by amount desc, key desc limit :limit
            """;

    static final String GIVEN = """
            select period, key, sum(amount) as amount from recovery.balance
             where bureau = :bureau and dimension = 'BASIS' and period >= :from and period < :until
               and account in ('PROMISED', 'POSTED')
             group by period, key
            """;

    /** By what stands in an account; of budgets, types and agents there are not many. */
    static final String OTHERS = """
            select key, amount from (
                select key, coalesce(sum(amount) filter (where account = :account), 0) as amount from recovery.balance
                 where bureau = :bureau and dimension = :dimension and period >= :from and period < :until group by key) k
             where (amount, key) < (:sum, :key) order by amount desc, key desc limit :limit
            """;

    private static final BigDecimal ABOVE_ALL = BigDecimal.TEN.pow(15);

    /** How many kept sums differ from what the lines of the ledger add up to. */
    static final String DRIFT = """
            with reckoned as (
                select d.dimension, d.key, d.period, l.account, sum(l.amount) as amount
                  from recovery.compensation c
                  join recovery.entry e on e.bureau = c.bureau and e.compensation = c.id
                  join recovery.line l on l.bureau = e.bureau and l.entry = e.id
                  cross join lateral (values
                    ('CUSTOMER', c.customer::text, date_trunc('year', c.day)::date),
                    ('BUDGET', c.budget::text, date_trunc('month', c.day)::date),
                    ('TYPE', c.type, date_trunc('month', c.day)::date),
                    ('BASIS', c.basis, date_trunc('month', c.day)::date),
                    ('AGENT', c.giver::text, c.day)) d (dimension, key, period)
                 where c.bureau = :bureau and d.key is not null
                 group by 1, 2, 3, 4),
            kept as (select dimension, key, period, account, amount from recovery.balance where bureau = :bureau)
            select count(*) from reckoned r full join kept k using (dimension, key, period, account)
             where coalesce(r.amount, 0) <> coalesce(k.amount, 0)
            """;

    private final JdbcClient jdbc;
    private final Book book;

    Balances(JdbcClient jdbc, Book book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    /** The sums of one key over the periods that begin within these days. */
    public List<Balance> of(Actor actor, Dimension dimension, String key, LocalDate from, LocalDate until) {
        return of(actor, dimension, List.of(key), from, until);
    }

    /** The sums of some keys over the periods that begin within these days; one query. */
    public List<Balance> of(
            Actor actor, Dimension dimension, Collection<String> keys, LocalDate from, LocalDate until) {
        actor.require(Action.READ, Book.KIND);
        return list(
                actor,
                OF_KEYS,
                Map.of(
                        "dimension",
                        dimension.name(),
                        "keys",
                        keys.toArray(String[]::new),
                        "from",
                        from,
                        "until",
                        until));
    }

    /**
     * Keys by what stands in an account over the periods that begin within these days, the largest first, after the last one
     * seen. Customers who have nothing there are left out.
     *
     * @param from of customers the first day of a year
     */
    public List<BalanceRank> ranked(
            Actor actor,
            Dimension dimension,
            Account account,
            LocalDate from,
            LocalDate until,
            @Nullable BalanceRank after,
            int limit) {
        if (actor.require(Action.READ, Book.KIND) != Scope.BUREAU) {
            throw Problem.forbidden("access.denied");
        }
        CurrencyUnit currency = book.currency(actor);
        return jdbc.sql(dimension == Dimension.CUSTOMER ? CUSTOMERS : OTHERS)
                .param("bureau", actor.bureau().value())
                .param("dimension", dimension.name())
                .param("account", account.name())
                .param("from", from)
                .param("until", until)
                .param("sum", after == null ? ABOVE_ALL : after.sum().getAmount())
                .param("key", after == null ? "" : after.key())
                .param("limit", limit)
                .query((row, n) -> new BalanceRank(
                        Money.of(currency, row.getBigDecimal("amount").setScale(currency.getDecimalPlaces())),
                        row.getString("key")))
                .list();
    }

    /** What stands promised or posted of each month, the latest first: as many months as wished, until one. */
    public List<GivenInMonth> given(Actor actor, YearMonth latest, int months) {
        if (actor.require(Action.READ, Book.KIND) != Scope.BUREAU) {
            throw Problem.forbidden("access.denied");
        }
        CurrencyUnit currency = book.currency(actor);
        Map<YearMonth, Map<Basis, Money>> sums = new HashMap<>();
        jdbc.sql(GIVEN)
                .param("bureau", actor.bureau().value())
                .param("from", latest.minusMonths(months - 1L).atDay(1))
                .param("until", latest.plusMonths(1).atDay(1))
                .query(row -> {
                    sums.computeIfAbsent(
                                    YearMonth.from(row.getObject("period", LocalDate.class)),
                                    month -> new EnumMap<>(Basis.class))
                            .put(Basis.valueOf(row.getString("key")), sum(row, currency));
                });
        return Stream.iterate(latest, month -> month.minusMonths(1))
                .limit(months)
                .map(month -> new GivenInMonth(month, currency, sums.getOrDefault(month, Map.of())))
                .toList();
    }

    /** How many kept sums are not what the lines of the ledger add up to. Reads all of them: for a check by night. */
    public long drift(Actor actor) {
        actor.require(Action.READ, Book.KIND);
        return jdbc.sql(DRIFT)
                .param("bureau", actor.bureau().value())
                .query(Long.class)
                .single();
    }

    /** What was found when that was last looked for; empty where nobody has yet. */
    public Optional<Drift> lastDrift(Actor actor) {
        actor.require(Action.READ, Book.KIND);
        return jdbc.sql("select found, looked_at from recovery.drift where bureau = ?")
                .param(actor.bureau().value())
                .query((row, n) -> new Drift(row.getLong("found"), Moments.get(row, "looked_at")))
                .optional();
    }

    void looked(Actor product, Drift drift) {
        jdbc.sql("""
                        insert into recovery.drift (bureau, found, looked_at) values (?, ?, ?)
                        on conflict (bureau) do update set found = excluded.found, looked_at = excluded.looked_at
                        """)
                .params(product.bureau().value(), drift.found(), Moments.at(drift.at()))
                .update();
    }

    private List<Balance> list(Actor actor, String sql, Map<String, ?> params) {
        CurrencyUnit currency = book.currency(actor);
        return jdbc.sql(sql)
                .param("bureau", actor.bureau().value())
                .params(params)
                .query((row, n) -> balance(row, currency))
                .list();
    }

    private static Balance balance(ResultSet row, CurrencyUnit currency) throws SQLException {
        return new Balance(
                row.getString("key"),
                Account.valueOf(row.getString("account")),
                sum(row, currency),
                row.getLong("cases"));
    }

    private static Money sum(ResultSet row, CurrencyUnit currency) throws SQLException {
        return Money.of(currency, row.getBigDecimal("amount").setScale(currency.getDecimalPlaces()));
    }
}
