package org.redress.desk.recovery.pattern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code recovery.pattern} and {@code recovery.pattern_case}. */
@Repository
class PatternRows {

    /** Nobody is shown a pattern in which they gave something themselves. */
    private static final String NOT_THEIR_OWN = """
             and not exists (select from recovery.pattern_case k
                              where k.bureau = p.bureau and k.giver = :me and k.pattern = p.id)
            """;

    private static final String ORDER =
            NOT_THEIR_OWN + " and (found_at, id) < (:at, :id) order by found_at desc, id desc limit :limit";
    static final String OPEN = "select * from recovery.pattern p where bureau = :bureau and state = 'OPEN'" + ORDER;
    static final String REVIEWED =
            "select * from recovery.pattern p where bureau = :bureau and state <> 'OPEN'" + ORDER;

    private static final UUID TOP = new UUID(-1, -1);
    private static final OffsetDateTime EVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    PatternRows(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    /** Notes a series, or that one that is noted has grown; whether it is new. */
    boolean note(BureauId bureau, Series series, Instant at) {
        Money sum = Money.total(series.cases().stream().map(PatternCase::sum).toList());
        LocalDate first = series.cases().stream()
                .map(PatternCase::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = series.cases().stream()
                .map(PatternCase::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        UUID fresh = Ids.next();
        UUID id = jdbc.sql("""
                        insert into recovery.pattern
                          (bureau, id, kind, subject, first_day, last_day, cases, amount, currency, bounds, found_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (bureau, kind, subject) where state = 'OPEN' do update
                           set first_day = excluded.first_day, last_day = excluded.last_day, cases = excluded.cases,
                               amount = excluded.amount, bounds = excluded.bounds, version = recovery.pattern.version + 1
                        returning id
                        """)
                .params(
                        bureau.value(),
                        fresh,
                        series.kind().name(),
                        series.subject(),
                        first,
                        last,
                        series.cases().size(),
                        sum.getAmount(),
                        sum.getCurrencyUnit().getCode(),
                        series.bounds(),
                        at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        evidence(bureau, series, id);
        return id.equals(fresh);
    }

    private void evidence(BureauId bureau, Series series, UUID id) {
        batch.batchUpdate("""
                insert into recovery.pattern_case (bureau, pattern, compensation, kind, subject, giver, customer)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, series.cases(), 100, (row, one) -> {
            row.setInt(1, bureau.value());
            row.setObject(2, id);
            row.setObject(3, one.compensation());
            row.setString(4, series.kind().name());
            row.setObject(5, series.subject());
            row.setObject(6, one.giver().value());
            row.setObject(7, one.customer() == null ? null : one.customer().value());
        });
    }

    /** One that is none of theirs. */
    Optional<Pattern> find(Actor actor, PatternId id) {
        return jdbc.sql("select * from recovery.pattern p where bureau = :bureau and id = :id" + NOT_THEIR_OWN)
                .param("bureau", actor.bureau().value())
                .param("id", id.value())
                .param("me", actor.staff().value())
                .query((row, n) -> pattern(row))
                .optional();
    }

    /** The latest first, from before a place in that order; none of their own. */
    List<Pattern> list(Actor actor, boolean open, @Nullable Instant before, @Nullable UUID id, int limit) {
        return jdbc.sql(open ? OPEN : REVIEWED)
                .param("bureau", actor.bureau().value())
                .param("me", actor.staff().value())
                .param("at", before == null ? EVER : before.atOffset(ZoneOffset.UTC))
                .param("id", id == null ? TOP : id)
                .param("limit", limit)
                .query((row, n) -> pattern(row))
                .list();
    }

    /** Writes a review, where it is still open and as it was seen. */
    boolean review(Actor actor, PatternId id, int version, Pattern.State to, String words, Instant at) {
        return jdbc.sql("""
                        update recovery.pattern
                           set state = ?, reviewed_by = ?, reviewed_at = ?, words = ?, version = version + 1
                         where bureau = ? and id = ? and version = ? and state = 'OPEN'
                        """)
                        .params(
                                to.name(),
                                actor.staff().value(),
                                at.atOffset(ZoneOffset.UTC),
                                words,
                                actor.bureau().value(),
                                id.value(),
                                version)
                        .update()
                == 1;
    }

    List<UUID> ofCustomer(BureauId bureau, CustomerId customer) {
        return jdbc.sql("select distinct pattern from recovery.pattern_case where bureau = ? and customer = ?")
                .params(bureau.value(), customer.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Pattern pattern(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        UUID by = row.getObject("reviewed_by", UUID.class);
        return new Pattern(
                new PatternId(row.getObject("id", UUID.class)),
                PatternKind.valueOf(row.getString("kind")),
                row.getObject("subject", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("cases"),
                Money.of(currency, row.getBigDecimal("amount").setScale(currency.getDecimalPlaces())),
                row.getString("bounds"),
                Pattern.State.valueOf(row.getString("state")),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                by == null
                        ? null
                        : new Pattern.Review(
                                new StaffId(by),
                                row.getObject("reviewed_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("words")),
                row.getInt("version"));
    }
}
