package org.redress.desk.recovery.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which budget pays for a unit on a day, and what it has left: table {@code recovery.budget} and its kept sums. */
@Repository
class BudgetRows {

    static final String OF_DAY = """
            select id, unit from recovery.budget
             where bureau = :bureau and first_day <= :day and end_day > :day and (unit is null or unit = any(:units))
            """;

    static final String LEFT = """
            select b.id, b.holder, b.sum, b.currency,
                   coalesce(sum(k.amount) filter (where k.account = 'PROMISED'), 0) as committed,
                   coalesce(sum(k.amount) filter (where k.account = 'POSTED'), 0) as spent
              from recovery.budget b
              left join recovery.balance k on k.bureau = b.bureau and k.dimension = 'BUDGET' and k.key = b.id::text
             where b.bureau = :bureau and b.id = any(:ids) group by b.bureau, b.id
            """;

    private record Found(UUID id, @Nullable UUID unit) {}

    private final JdbcClient jdbc;
    private final Superiors superiors;

    BudgetRows(JdbcClient jdbc, Superiors superiors) {
        this.jdbc = jdbc;
        this.superiors = superiors;
    }

    /** The unit's own, else that of the nearest unit above it, else the bureau's, else none. */
    @Nullable
    UUID of(BureauId bureau, UnitId unit, LocalDate day) {
        List<UUID> upwards =
                superiors.upwards(bureau, unit).stream().map(UnitId::value).toList();
        List<Found> found = jdbc.sql(OF_DAY)
                .param("bureau", bureau.value())
                .param("day", day)
                .param("units", upwards.toArray(UUID[]::new))
                .query((row, n) -> new Found(row.getObject("id", UUID.class), row.getObject("unit", UUID.class)))
                .list();
        for (UUID above : upwards) {
            for (Found one : found) {
                if (above.equals(one.unit())) {
                    return one.id();
                }
            }
        }
        return found.stream()
                .filter(one -> one.unit() == null)
                .map(Found::id)
                .findFirst()
                .orElse(null);
    }

    Optional<BudgetLeft> left(BureauId bureau, UUID budget) {
        return left(bureau, List.of(budget)).stream().findFirst();
    }

    List<BudgetLeft> left(BureauId bureau, Collection<UUID> budgets) {
        return jdbc.sql(LEFT)
                .param("bureau", bureau.value())
                .param("ids", budgets.toArray(UUID[]::new))
                .query((row, n) -> {
                    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
                    return new BudgetLeft(
                            row.getObject("id", UUID.class),
                            new StaffId(row.getObject("holder", UUID.class)),
                            money(currency, row.getBigDecimal("sum")),
                            money(currency, row.getBigDecimal("committed")),
                            money(currency, row.getBigDecimal("spent")));
                })
                .list();
    }

    private static Money money(CurrencyUnit currency, java.math.BigDecimal amount) {
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }
}
