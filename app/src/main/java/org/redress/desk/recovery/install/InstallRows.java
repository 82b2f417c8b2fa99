package org.redress.desk.recovery.install;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code recovery.install} and {@code recovery.install_damages}. */
@Repository
class InstallRows {

    /** Damages as they stand in the ledger. */
    record Entered(int seq, int days, Money sum, CompensationId compensation) {}

    static final String LIST = """
            select * from recovery.install where bureau = :bureau and (due, id) < (:due, :id)
             order by due desc, id desc limit :limit
            """;
    private static final String WISHED = """
            i.bureau = :bureau and i.wished = i.version
               and exists (select from recovery.install_wish w
                            where w.bureau = i.bureau and w.install = i.id and w.version = i.version
                              and w.wished_by <> all(:gone))
            """;
    static final String WAITING = "select i.* from recovery.install i where " + WISHED + """
             and (i.due, i.id) > (:due, :id) order by i.due, i.id limit :limit
            """;
    static final String WAITING_COUNT =
            "select count(*) from (select from recovery.install i where " + WISHED + " limit :limit) few";
    static final String STANDING = """
            select d.*, i.currency from recovery.install_damages d
              join recovery.install i on i.bureau = d.bureau and i.id = d.install
             where d.bureau = :bureau and d.install = any(:installs) and d.taken_back_at is null
            """;

    private static final UUID TOP = new UUID(-1, -1);
    private static final UUID BOTTOM = new UUID(0, 0);
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    InstallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the number is taken. */
    boolean insert(Actor actor, Install one, Instant at) {
        return jdbc.sql("""
                        insert into recovery.install
                          (bureau, id, number, what, customer, unit, fees, currency, ordered, due, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (bureau, number) do nothing
                        """)
                        .params(
                                actor.bureau().value(),
                                one.id().value(),
                                one.number(),
                                one.what().name(),
                                one.customer().value(),
                                one.unit().value(),
                                one.fees().getAmount(),
                                one.fees().getCurrencyUnit().getCode(),
                                one.ordered(),
                                one.due(),
                                actor.staff().value(),
                                at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Writes when it was done or withdrawn and who answers for a delay, where it is still as it was seen. */
    boolean update(BureauId bureau, Install wished, int version) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("id", wished.id().value());
        row.put("version", version);
        row.put("done", wished.done());
        row.put("withdrawn", wished.withdrawn());
        row.put("ours", wished.ours());
        return jdbc.sql("""
                        update recovery.install
                           set done = :done, withdrawn = :withdrawn, ours = :ours, version = version + 1,
                               said = coalesce(:done::date, said),
                               said_ours = case when :done::date is null then said_ours else :ours end
                         where bureau = :bureau and id = :id and version = :version
                        """).params(row).update() == 1;
    }

    Optional<Install> find(BureauId bureau, InstallId id) {
        return of(bureau, List.of(id.value()), "").stream().findFirst();
    }

    /** Holds it for this transaction. */
    Optional<Install> hold(BureauId bureau, InstallId id) {
        return of(bureau, List.of(id.value()), " for update").stream().findFirst();
    }

    List<Install> of(BureauId bureau, Collection<UUID> ids, String how) {
        return jdbc.sql("select * from recovery.install where bureau = ? and id = any(?)" + how)
                .params(bureau.value(), ids.toArray(UUID[]::new))
                .query((row, n) -> install(row))
                .list();
    }

    List<Install> list(BureauId bureau, @Nullable LocalDate before, @Nullable UUID id, int limit) {
        return jdbc.sql(LIST)
                .param("bureau", bureau.value())
                .param("due", before == null ? EVER : before)
                .param("id", id == null ? TOP : id)
                .param("limit", limit)
                .query((row, n) -> install(row))
                .list();
    }

    /**
     * Those of which a change waits for a second person, the longest due first.
     *
     * @param gone whose wish counts no more
     */
    List<Install> waiting(
            BureauId bureau, Collection<StaffId> gone, @Nullable LocalDate after, @Nullable UUID id, int limit) {
        return jdbc.sql(WAITING)
                .param("bureau", bureau.value())
                .param("gone", ids(gone))
                .param("due", after == null ? NEVER : after)
                .param("id", id == null ? BOTTOM : id)
                .param("limit", limit)
                .query((row, n) -> install(row))
                .list();
    }

    int waitingCount(BureauId bureau, Collection<StaffId> gone, int most) {
        return jdbc.sql(WAITING_COUNT)
                .param("bureau", bureau.value())
                .param("gone", ids(gone))
                .param("limit", most)
                .query(Integer.class)
                .single();
    }

    private static UUID[] ids(Collection<StaffId> people) {
        return people.stream().map(StaffId::value).toArray(UUID[]::new);
    }

    /** The damages that stand, of those installations that have any. */
    Map<InstallId, Entered> standing(BureauId bureau, Collection<InstallId> ids) {
        Map<InstallId, Entered> standing = new HashMap<>();
        jdbc.sql(STANDING)
                .param("bureau", bureau.value())
                .param("installs", ids.stream().map(InstallId::value).toArray(UUID[]::new))
                .query((row, n) -> standing.put(new InstallId(row.getObject("install", UUID.class)), entered(row)))
                .list();
        return standing;
    }

    /** The number of the last entry, 0 where there is none. */
    int last(BureauId bureau, InstallId id) {
        return jdbc.sql("select coalesce(max(seq), 0) from recovery.install_damages where bureau = ? and install = ?")
                .params(bureau.value(), id.value())
                .query(Integer.class)
                .single();
    }

    void enter(BureauId bureau, InstallId id, Entered one, Instant at) {
        jdbc.sql("""
                        insert into recovery.install_damages
                          (bureau, install, seq, days, amount, compensation, entered_at, said_by)
                        select bureau, id, ?, ?, ?, ?, ?, said_by from recovery.install where bureau = ? and id = ?
                        """)
                .params(
                        one.seq(),
                        one.days(),
                        one.sum().getAmount(),
                        one.compensation().value(),
                        at.atOffset(ZoneOffset.UTC),
                        bureau.value(),
                        id.value())
                .update();
    }

    void takenBack(BureauId bureau, InstallId id, int seq, Instant at) {
        jdbc.sql("update recovery.install_damages set taken_back_at = ? where bureau = ? and install = ? and seq = ?")
                .params(at.atOffset(ZoneOffset.UTC), bureau.value(), id.value(), seq)
                .update();
    }

    List<UUID> ofCustomer(BureauId bureau, CustomerId customer) {
        return jdbc.sql("select id from recovery.install where bureau = ? and customer = ?")
                .params(bureau.value(), customer.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Entered entered(ResultSet row) throws SQLException {
        return new Entered(
                row.getInt("seq"),
                row.getInt("days"),
                money(row, "amount"),
                new CompensationId(row.getObject("compensation", UUID.class)));
    }

    private static Install install(ResultSet row) throws SQLException {
        return new Install(
                new InstallId(row.getObject("id", UUID.class)),
                row.getString("number"),
                Installed.valueOf(row.getString("what")),
                new CustomerId(row.getObject("customer", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                money(row, "fees"),
                row.getObject("ordered", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("done", LocalDate.class),
                row.getBoolean("withdrawn"),
                row.getBoolean("ours"),
                row.getInt("version"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return Money.of(currency, row.getBigDecimal(column).setScale(currency.getDecimalPlaces()));
    }
}
