package org.redress.desk.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.recovery.RemedyId;
import org.redress.ground.identity.BureauId;
import org.redress.platform.database.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code fault.breach} and {@code fault.waiver}; that each is there once is a constraint there. */
@Repository
class WaiverRows {

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

    void enter(BureauId bureau, FaultId fault, Waiver.Entered one) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("bureau", bureau.value());
        row.put("fault", fault.value());
        row.put("denials", one.denials());
        row.put("from", Moments.at(one.from()));
        row.put("until", Moments.at(one.until()));
        row.put("amount", one.sum().getAmount());
        row.put("currency", one.sum().getCurrencyUnit().getCode());
        row.put("remedy", one.remedy() == null ? null : one.remedy().value());
        jdbc.sql("""
                        insert into fault.waiver (bureau, fault, denials, from_at, until_at, amount, currency, remedy)
                        values (:bureau, :fault, :denials, :from, :until, :amount, :currency, :remedy)
                        """).params(row).update();
    }

    /** Somebody must tell the customer. */
    void untold(BureauId bureau, FaultId fault) {
        jdbc.sql("update fault.breach set told = false where bureau = ? and fault = ?")
                .params(bureau.value(), fault.value())
                .update();
    }

    void takenBack(BureauId bureau, FaultId fault, int denials, Instant at) {
        jdbc.sql("""
                        update fault.waiver set taken_back_at = ?
                         where bureau = ? and fault = ? and denials = ? and taken_back_at is null
                        """)
                .params(Moments.at(at), bureau.value(), fault.value(), denials)
                .update();
    }

    Optional<Waiver> find(BureauId bureau, FaultId fault) {
        List<Waiver.Entered> entered = jdbc.sql(
                        "select * from fault.waiver where bureau = ? and fault = ? order by denials")
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
                            row.getBoolean("told"),
                            entered);
                })
                .optional();
    }

    private static Waiver.Entered entered(ResultSet row) throws SQLException {
        UUID remedy = row.getObject("remedy", UUID.class);
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new Waiver.Entered(
                row.getInt("denials"),
                Moments.get(row, "from_at"),
                Moments.get(row, "until_at"),
                Money.of(currency, row.getBigDecimal("amount").setScale(currency.getDecimalPlaces())),
                remedy == null ? null : new RemedyId(remedy),
                Moments.find(row, "taken_back_at"));
    }
}
