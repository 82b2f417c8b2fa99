package org.redress.desk.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.DeadTime;
import org.redress.desk.recovery.RemedyId;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code fault.breach} and {@code fault.waiver}; that each is there once is a constraint there. */
@Repository
class WaiverRows {

    /** The rent of which lines was waived, and for which of a time. */
    static final String WAIVED = """
            select w.line, lower(t.r) as from_at, upper(t.r) as until_at
              from fault.waiver w cross join lateral unnest(w.times * tstzmultirange(tstzrange(:from, :until))) t(r)
             where w.bureau = :bureau and w.line = any(:lines) and w.taken_back_at is null and w.amount > 0
               and w.from_at < :until and w.until_at > :from and w.fault is distinct from :but::uuid
             order by 1, 2
            """;

    /** The faults of the lines that an outage hit whose time touches the outage's. */
    static final String TOUCHED = """
            select distinct w.fault from fault.outage_line l
              join fault.waiver w on w.bureau = l.bureau and w.line = l.line and w.taken_back_at is null
             where l.bureau = :bureau and l.outage = :outage and w.from_at < :until and w.until_at > :from
             order by w.fault
            """;

    private static final String ENTERED = "select w.*, " + DeadTime.COLUMNS.formatted("w.times")
            + " from fault.waiver w where bureau = ? and fault = ? order by denials, turn";

    private final JdbcClient jdbc;

    WaiverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void breach(BureauId bureau, FaultId fault, Waiver.@Nullable WhyNot why, boolean told, Instant at) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("fault", fault.value());
        row.put("at", Moments.at(at));
        row.put("waived", why == null);
        row.put("why", why == null ? null : why.name());
        row.put("told", told);
        jdbc.sql("""
                        insert into fault.breach (bureau, fault, known_at, waived, why, told)
                        values (:bureau, :fault, :at, :waived, :why, :told)
                        """).params(row).update();
    }

    void enter(BureauId bureau, Fault fault, Waiver.Entered one) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("fault", fault.id().value());
        row.put("line", fault.line().value());
        row.put("denials", one.denials());
        row.put("turn", one.turn());
        row.put("times", DeadTime.written(one.times()));
        row.put("from", Moments.at(one.from()));
        row.put("until", Moments.at(one.until()));
        row.put("amount", one.sum().getAmount());
        row.put("currency", one.sum().getCurrencyUnit().getCode());
        row.put("remedy", one.remedy() == null ? null : one.remedy().value());
        jdbc.sql("""
                        insert into fault.waiver
                          (bureau, fault, line, denials, turn, from_at, until_at, times, amount, currency, remedy)
                        values (:bureau, :fault, :line, :denials, :turn, :from, :until, :times::tstzmultirange, :amount, :currency,
                                :remedy)
                        """).params(row).update();
    }

    /** There is something that the product could not write: somebody must tell the customer. */
    void untold(BureauId bureau, FaultId fault) {
        jdbc.sql("update fault.breach set told = false where bureau = ? and fault = ?")
                .params(bureau.value(), fault.value())
                .update();
    }

    /** Whether a letter was lost and has not been sent again: as long as one is, somebody must tell the customer. */
    void lost(BureauId bureau, FaultId fault, boolean lost) {
        jdbc.sql("update fault.breach set lost = ? where bureau = ? and fault = ?")
                .params(lost, bureau.value(), fault.value())
                .update();
    }

    void takenBack(BureauId bureau, FaultId fault, Waiver.Entered one, Instant at) {
        jdbc.sql("""
                        update fault.waiver set taken_back_at = ?
                         where bureau = ? and fault = ? and denials = ? and turn = ? and taken_back_at is null
                        """)
                .params(Moments.at(at), bureau.value(), fault.value(), one.denials(), one.turn())
                .update();
    }

    /** For which parts of a time the rent of these lines is waived. */
    Map<UUID, List<DeadTime>> waived(BureauId bureau, DeadTime time, Collection<UUID> lines) {
        return waived(bureau, time, lines, null);
    }

    /** For which parts of a time the rent of its line is waived for other faults. */
    List<DeadTime> waivedBeside(BureauId bureau, Fault fault, DeadTime time) {
        UUID line = fault.line().value();
        return waived(bureau, time, List.of(line), fault.id()).getOrDefault(line, List.of());
    }

    private Map<UUID, List<DeadTime>> waived(
            BureauId bureau, DeadTime time, Collection<UUID> lines, @Nullable FaultId but) {
        return jdbc
                .sql(WAIVED)
                .param("bureau", bureau.value())
                .param("from", Moments.at(time.from()))
                .param("until", Moments.at(time.until()))
                .param("lines", lines.toArray(UUID[]::new))
                .param("but", but == null ? null : but.value())
                .query((row, n) -> Map.entry(
                        row.getObject("line", UUID.class),
                        new DeadTime(Moments.get(row, "from_at"), Moments.get(row, "until_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The faults whose waivers an outage touches. */
    List<FaultId> touched(BureauId bureau, OutageId outage, DeadTime time) {
        return jdbc.sql(TOUCHED)
                .param("bureau", bureau.value())
                .param("outage", outage.value())
                .param("from", Moments.at(time.from()))
                .param("until", Moments.at(time.until()))
                .query((row, n) -> new FaultId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<Waiver> find(BureauId bureau, FaultId fault) {
        List<Waiver.Entered> entered = jdbc.sql(ENTERED)
                .params(bureau.value(), fault.value())
                .query((row, n) -> entered(row))
                .list();
        return jdbc.sql("select * from fault.breach where bureau = ? and fault = ?")
                .params(bureau.value(), fault.value())
                .query((row, n) -> {
                    String why = row.getString("why");
                    return new Waiver(
                            fault,
                            Moments.get(row, "known_at"),
                            why == null ? null : Waiver.WhyNot.valueOf(why),
                            row.getBoolean("told") && !row.getBoolean("lost"),
                            entered);
                })
                .optional();
    }

    private static Waiver.Entered entered(ResultSet row) throws SQLException {
        UUID remedy = row.getObject("remedy", UUID.class);
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new Waiver.Entered(
                row.getInt("denials"),
                row.getInt("turn"),
                Moments.get(row, "from_at"),
                Moments.get(row, "until_at"),
                DeadTime.read(row),
                Money.of(currency, row.getBigDecimal("amount").setScale(currency.getDecimalPlaces())),
                remedy == null ? null : new RemedyId(remedy),
                Moments.find(row, "taken_back_at"));
    }
}
