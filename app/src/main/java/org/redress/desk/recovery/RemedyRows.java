package org.redress.desk.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.ticket.TicketId;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code recovery.remedy}. */
@Repository
class RemedyRows {

    /** A remedy and whether it is a reversal, which lists never show by itself. */
    record Found(TicketId ticket, RemedyKind kind, @Nullable Money sum, boolean reversal, boolean ofRun) {}

    private static final String INSERT = """
            insert into recovery.remedy (bureau, id, ticket, kind, amount, currency, note, reverses, given_by, given_at, run)
            values (:bureau, :id, :ticket, :kind, :amount, :currency, :note, :reverses, :by, :at, :run)
            on conflict do nothing
            """;

    static final String OF_RUN = """
            select g.*, null::text as account, null::timestamptz as back_at, null::uuid as back_by from recovery.remedy g
             where g.bureau = :bureau and g.run = :run and g.reverses is null
               and not exists (select from recovery.remedy b where b.bureau = g.bureau and b.reverses = g.id)
             order by g.id limit :limit
            """;

    private final JdbcClient jdbc;

    RemedyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a remedy, or a reversal of {@code reverses}; false where that is reversed, or it was written, already. */
    boolean add(BureauId bureau, Remedy remedy, @Nullable RemedyId reverses) {
        Money sum = remedy.sum();
        return jdbc.sql(INSERT)
                        .param("bureau", bureau.value())
                        .param("id", remedy.id().value())
                        .param("ticket", remedy.ticket().value())
                        .param("kind", remedy.kind().code())
                        .param("amount", sum == null ? null : sum.getAmount())
                        .param(
                                "currency",
                                sum == null ? null : sum.getCurrencyUnit().getCode())
                        .param("note", remedy.note())
                        .param("reverses", reverses == null ? null : reverses.value())
                        .param("by", remedy.givenBy().value())
                        .param("at", Timestamp.from(remedy.givenAt()))
                        .param("run", remedy.run(), Types.OTHER)
                        .update()
                == 1;
    }

    Optional<Found> find(BureauId bureau, RemedyId id) {
        return jdbc.sql(
                        "select ticket, kind, amount, currency, given, run from recovery.remedy where bureau = ? and id = ?")
                .params(bureau.value(), id.value())
                .query((row, n) -> new Found(
                        new TicketId(row.getObject("ticket", UUID.class)),
                        kind(row),
                        sum(row),
                        !row.getBoolean("given"),
                        row.getObject("run") != null))
                .optional();
    }

    /** The remedies that these compensations pay for, where somebody else had to say yes; without what was taken back. */
    List<Remedy> thatWaited(BureauId bureau, Collection<UUID> ids) {
        return jdbc.sql("""
                        select g.*, c.account, null::timestamptz as back_at, null::uuid as back_by from recovery.remedy g
                          join recovery.compensation c on c.bureau = g.bureau and c.id = g.id
                         where g.bureau = :bureau and g.id = any(:ids)
                           and exists (select from recovery.approval p
                                        where p.bureau = c.bureau and p.compensation = c.id and p.need <> 'OWN')
                           and not exists (select from recovery.remedy b where b.bureau = g.bureau and b.reverses = g.id)
                        """)
                .param("bureau", bureau.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> remedy(row))
                .list();
    }

    /** So many of those that a run gave and that stand. */
    List<Remedy> standingOfRun(BureauId bureau, UUID run, int limit) {
        return jdbc.sql(OF_RUN)
                .param("bureau", bureau.value())
                .param("run", run)
                .param("limit", limit)
                .query((row, n) -> remedy(row))
                .list();
    }

    /** What was given on these tickets, the oldest first. */
    List<Remedy> of(BureauId bureau, Collection<TicketId> tickets) {
        return jdbc.sql("""
                        select g.id, g.ticket, g.kind, g.amount, g.currency, g.note, g.given_by, g.given_at, g.run, c.account,
                               b.given_by as back_by, b.given_at as back_at
                          from recovery.remedy g
                          left join recovery.remedy b on b.bureau = g.bureau and b.reverses = g.id
                          left join recovery.compensation c on c.bureau = g.bureau and c.id = g.id
                         where g.bureau = :bureau and g.ticket = any(:tickets) and g.given
                         order by g.given_at, g.id
                        """)
                .param("bureau", bureau.value())
                .param(
                        "tickets",
                        tickets.stream().map(TicketId::value).distinct().toArray(UUID[]::new))
                .query((row, n) -> remedy(row))
                .list();
    }

    private static Remedy remedy(ResultSet row) throws SQLException {
        Timestamp back = row.getTimestamp("back_at");
        return new Remedy(
                new RemedyId(row.getObject("id", UUID.class)),
                new TicketId(row.getObject("ticket", UUID.class)),
                kind(row),
                sum(row),
                row.getString("note"),
                new StaffId(row.getObject("given_by", UUID.class)),
                row.getTimestamp("given_at").toInstant(),
                back == null
                        ? null
                        : new Remedy.TakenBack(new StaffId(row.getObject("back_by", UUID.class)), back.toInstant()),
                state(row.getString("account")),
                row.getObject("run", UUID.class));
    }

    private static Remedy.State state(@Nullable String account) {
        return account == null ? Remedy.State.GIVEN : Remedy.State.valueOf(account);
    }

    private static RemedyKind kind(ResultSet row) throws SQLException {
        String code = row.getString("kind");
        return RemedyKind.ofCode(code).orElseThrow(() -> new IllegalStateException("unknown remedy " + code));
    }

    private static @Nullable Money sum(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return currency == null
                ? null
                : Money.of(
                        CurrencyUnit.of(currency),
                        row.getBigDecimal("amount")
                                .setScale(CurrencyUnit.of(currency).getDecimalPlaces()));
    }
}
