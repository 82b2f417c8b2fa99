package org.redress.desk.recovery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Scope;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kept sums of the ledger, and whether they are what the lines add up to. Sums over no lines are not in the answers. */
@Component
public class Balances {

    static final String OF_KEY = """
            select key, account, sum(amount) as amount, sum(cases) as cases from recovery.balance
             where bureau = :bureau and dimension = :dimension and key = :key and period >= :from and period < :until
             group by key, account
            """;

    static final String OF_ALL = """
            select key, account, sum(amount) as amount, sum(cases) as cases from recovery.balance
             where bureau = :bureau and dimension = :dimension and period >= :from and period < :until
             group by key, account order by key, account limit :limit
            """;

    static final String GIVEN = """
            select period, key, sum(amount) as amount from recovery.balance
             where bureau = :bureau and dimension = 'BASIS' and period >= :from and period < :until
               and account in ('PROMISED', 'POSTED')
             group by period, key
            """;

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
        actor.require(Action.READ, Book.KIND);
        return list(actor, OF_KEY, Map.of("dimension", dimension.name(), "key", key, "from", from, "until", until));
    }

    /** The sums of every key over the periods that begin within these days, by key; at most {@code most} of them. */
    public List<Balance> all(Actor actor, Dimension dimension, LocalDate from, LocalDate until, int most) {
        if (actor.require(Action.READ, Book.KIND) != Scope.BUREAU) {
            throw Problem.forbidden("access.denied");
        }
        return list(actor, OF_ALL, Map.of("dimension", dimension.name(), "from", from, "until", until, "limit", most));
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
