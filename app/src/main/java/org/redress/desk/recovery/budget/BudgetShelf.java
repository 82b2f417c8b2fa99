package org.redress.desk.recovery.budget;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.budget} with the kept sums of each. */
@Repository
class BudgetShelf {

    static final String LIST = "(b.first_day, b.id) < (:first, :id) order by b.first_day desc, b.id desc limit :limit";

    private static final String SELECT = """
            select b.*, coalesce(k.pending, 0) as pending, coalesce(k.promised, 0) as promised, coalesce(k.posted, 0) as posted
              from recovery.budget b
              left join lateral (select sum(amount) filter (where account = 'PENDING') as pending,
                                        sum(amount) filter (where account = 'PROMISED') as promised,
                                        sum(amount) filter (where account = 'POSTED') as posted
                                   from recovery.balance k
                                  where k.bureau = b.bureau and k.dimension = 'BUDGET' and k.key = b.id::text) k on true
             where b.bureau = :bureau and
            """;

    private final JdbcClient jdbc;

    BudgetShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Actor actor, Budget one, Instant at) {
        jdbc.sql("""
                        insert into recovery.budget (bureau, id, unit, span, first_day, end_day, sum, currency, holder, set_by, set_at)
                        values (:bureau, :id, :unit, :span, :first, :end, :sum, :currency, :holder, :by, :at)
                        """)
                .param("bureau", actor.bureau().value())
                .param("id", one.id())
                .param("unit", one.unit() == null ? null : one.unit().value())
                .param("span", one.span().name())
                .param("first", one.firstDay())
                .param("end", one.endDay())
                .param("sum", one.sum().getAmount())
                .param("currency", one.sum().getCurrencyUnit().getCode())
                .param("holder", one.holder().value())
                .param("by", actor.staff().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** As a new version; those before it are kept. False where somebody changed it meanwhile. */
    boolean update(Actor actor, UUID id, int version, Money sum, StaffId holder, Instant at) {
        return jdbc.sql("""
                        update recovery.budget set sum = ?, holder = ?, version = version + 1, set_by = ?, set_at = ?
                         where bureau = ? and id = ? and version = ?
                        """)
                        .params(
                                sum.getAmount(),
                                holder.value(),
                                actor.staff().value(),
                                at.atOffset(ZoneOffset.UTC),
                                actor.bureau().value(),
                                id,
                                version)
                        .update()
                == 1;
    }

    List<BudgetStanding> list(BureauId bureau, LocalDate today, String where, Map<String, ?> params) {
        return jdbc.sql(SELECT + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> standing(row, today))
                .list();
    }

    private static BudgetStanding standing(ResultSet row, LocalDate today) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        UUID unit = row.getObject("unit", UUID.class);
        Budget budget = new Budget(
                row.getObject("id", UUID.class),
                unit == null ? null : new UnitId(unit),
                Span.valueOf(row.getString("span")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("end_day", LocalDate.class),
                money(currency, row.getBigDecimal("sum")),
                new StaffId(row.getObject("holder", UUID.class)),
                row.getInt("version"));
        Money committed = money(currency, row.getBigDecimal("promised"));
        Money spent = money(currency, row.getBigDecimal("posted"));
        return new BudgetStanding(
                budget,
                money(currency, row.getBigDecimal("pending")),
                committed,
                spent,
                Forecast.of(committed.plus(spent), budget.firstDay(), budget.endDay(), today));
    }

    private static Money money(CurrencyUnit currency, BigDecimal amount) {
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }
}
