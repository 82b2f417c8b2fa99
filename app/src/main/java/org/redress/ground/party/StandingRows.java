package org.redress.ground.party;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code party.standing} and {@code party.standing_version}. */
@Repository
class StandingRows {

    static final String OF = """
            select customer, segment, monthly, currency, since, left_on
              from party.standing where bureau = :bureau and customer = any(:ids)
            """;

    /** Writes what differs, and its version with it. */
    private static final String WRITE = """
            with given as (
                select * from unnest(:ids::uuid[], :segments::text[], :monthly::numeric[], :currencies::text[],
                                     :since::date[], :left::date[])
                           as g (customer, segment, monthly, currency, since, left_on)
            ), written as (
                insert into party.standing as s
                       (bureau, customer, segment, monthly, currency, since, left_on, version, changed_by, changed_at)
                select :bureau, customer, segment, monthly, currency, since, left_on, 1, :by, :at from given
                on conflict (bureau, customer) do update
                   set segment = excluded.segment, monthly = excluded.monthly, currency = excluded.currency,
                       since = excluded.since, left_on = excluded.left_on, version = s.version + 1,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at
                 where (s.segment, s.monthly, s.currency, s.since, s.left_on)
                       is distinct from (excluded.segment, excluded.monthly, excluded.currency, excluded.since, excluded.left_on)
                returning *
            )
            insert into party.standing_version
                   (bureau, customer, version, segment, monthly, currency, since, left_on, changed_by, changed_at)
            select bureau, customer, version, segment, monthly, currency, since, left_on, changed_by, changed_at from written
            returning customer, version, segment, monthly, currency, since, left_on
            """;

    private final JdbcClient jdbc;

    StandingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<CustomerId, Standing> of(BureauId bureau, Collection<CustomerId> customers) {
        return jdbc
                .sql(OF)
                .param("bureau", bureau.value())
                .param("ids", ids(customers))
                .query((row, n) -> standing(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Standing::customer, Function.identity()));
    }

    /** Holds these customers until the transaction ends; how many of them there are. */
    int hold(BureauId bureau, Collection<CustomerId> customers) {
        return jdbc.sql("select id from party.customer where bureau = ? and id = any(?) order by id for update")
                .params(bureau.value(), ids(customers))
                .query(UUID.class)
                .list()
                .size();
    }

    /** Those that were not so before, as they are now. */
    List<StandingChanged.One> write(Actor actor, List<Standing> standings, Instant now) {
        return jdbc.sql(WRITE)
                .param("bureau", actor.bureau().value())
                .param("ids", ids(standings.stream().map(Standing::customer).toList()))
                .param("segments", texts(standings, one -> one.segment().name()))
                .param(
                        "monthly",
                        texts(
                                standings,
                                one -> one.monthly() == null
                                        ? null
                                        : one.monthly().getAmount().toPlainString()))
                .param(
                        "currencies",
                        texts(
                                standings,
                                one -> one.monthly() == null
                                        ? null
                                        : one.monthly().getCurrencyUnit().getCode()))
                .param("since", texts(standings, one -> day(one.since())))
                .param("left", texts(standings, one -> day(one.left())))
                .param("by", actor.staff().value())
                .param("at", Timestamp.from(now))
                .query((row, n) -> new StandingChanged.One(
                        row.getObject("customer", UUID.class),
                        row.getInt("version"),
                        Segment.valueOf(row.getString("segment")),
                        row.getBigDecimal("monthly"),
                        row.getString("currency"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        now))
                .list();
    }

    private static UUID[] ids(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).distinct().toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(List<Standing> standings, Function<Standing, @Nullable String> part) {
        @Nullable String[] texts = new @Nullable String[standings.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = part.apply(standings.get(i));
        }
        return texts;
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal monthly = row.getBigDecimal("monthly");
        return new Standing(
                new CustomerId(row.getObject("customer", UUID.class)),
                Segment.valueOf(row.getString("segment")),
                currency == null ? null : money(currency, monthly),
                row.getObject("since", LocalDate.class),
                row.getObject("left_on", LocalDate.class));
    }

    private static Money money(String currency, BigDecimal amount) {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        return Money.of(unit, amount.setScale(unit.getDecimalPlaces()));
    }
}
