package org.redress.desk.recovery.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.redress.desk.recovery.Hit;
import org.redress.desk.recovery.HitsBefore;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Problems whose run was posted: they did hit the customer, though what it gave is taken back. */
@Component
class CreditedBefore implements HitsBefore {

    static final String OF_CUSTOMER = """
            with s as materialized (select run, statutory + rent + extra as sum from recovery.credit_share
                                     where bureau = :bureau and customer = :customer)
            select r.problem, r.place, r.began_at, r.currency, case when r.state = 'POSTED' then s.sum else 0 end as sum
              from s join recovery.credit_run r on r.bureau = :bureau and r.id = s.run
             where r.state in ('POSTED', 'REVERSING', 'REVERSED') and r.ended_at between :since and :until
             order by r.ended_at desc, r.state = 'POSTED' desc limit :limit
            """;

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    CreditedBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hit> of(Actor actor, CustomerId customer, Instant since, Instant until) {
        Map<UUID, Hit> hits = new LinkedHashMap<>();
        jdbc.sql(OF_CUSTOMER)
                .param("bureau", actor.bureau().value())
                .param("customer", customer.value())
                .param("since", Moments.at(since))
                .param("until", Moments.at(until))
                .param("limit", MOST)
                .query((row, n) -> hit(row))
                .list()
                .forEach(one -> hits.putIfAbsent(one.problem(), one));
        return List.copyOf(hits.values());
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getObject("problem", UUID.class),
                row.getString("place"),
                Moments.get(row, "began_at"),
                CreditRows.money(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("sum")));
    }
}
