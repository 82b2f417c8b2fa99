package org.redress.desk.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code fault.line} and {@code fault.repair_post}. */
@Repository
class LineRows {

    /** The shortest part by which a line is found. */
    static final int GRAM = 3;

    /** So many hits are looked at; who has more must say more. */
    private static final int LOOKED_AT = 200;

    static final String FIND = """
            select * from (select * from fault.line
                            where bureau = :bureau and terms @@ :parts::tsquery and digits like :like limit :most) hit
             order by digits limit :limit
            """;

    private final JdbcClient jdbc;

    LineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String digits(String typed) {
        return typed.codePoints()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }

    private static List<String> grams(String digits) {
        return IntStream.rangeClosed(0, digits.length() - GRAM)
                .mapToObj(at -> digits.substring(at, at + GRAM))
                .distinct()
                .toList();
    }

    /** False where the number is on another line. */
    boolean insert(BureauId bureau, Line line) {
        String digits = digits(line.number());
        return jdbc.sql("""
                        insert into fault.line
                          (bureau, id, number, digits, terms, service, address, exchange, area, customer, rent, currency)
                        values (:bureau, :id, :number, :digits, array_to_tsvector(:terms), :service, :address, :exchange,
                                :area, :customer, :rent, :currency)
                        on conflict (bureau, digits) do nothing
                        """)
                        .param("bureau", bureau.value())
                        .param("id", line.id().value())
                        .param("number", line.number())
                        .param("digits", digits)
                        .param("terms", grams(digits).toArray(String[]::new))
                        .param("service", line.service().name())
                        .param("address", line.address())
                        .param("exchange", line.exchange())
                        .param("area", line.area().name())
                        .param("customer", line.customer().value())
                        .param("rent", line.rent().getAmount())
                        .param("currency", line.rent().getCurrencyUnit().getCode())
                        .update()
                == 1;
    }

    /** Lets files of lines go one after the other, to the end of the running transaction. */
    void hold(BureauId bureau) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 71))")
                .param("fault.line " + bureau.value())
                .query((row, n) -> n)
                .single();
    }

    /** Lines by the figures of their numbers. */
    Map<String, Line> ofDigits(BureauId bureau, Collection<String> digits) {
        Map<String, Line> known = new HashMap<>();
        jdbc.sql("select * from fault.line where bureau = ? and digits = any(?)")
                .params(bureau.value(), digits.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString("digits"), line(row));
                });
        return known;
    }

    /** What a line is besides its number. */
    void change(BureauId bureau, Line line) {
        jdbc.sql("""
                        update fault.line set service = :service, address = :address, exchange = :exchange, area = :area,
                               customer = :customer, rent = :rent, currency = :currency
                         where bureau = :bureau and id = :id
                        """)
                .param("bureau", bureau.value())
                .param("id", line.id().value())
                .param("service", line.service().name())
                .param("address", line.address())
                .param("exchange", line.exchange())
                .param("area", line.area().name())
                .param("customer", line.customer().value())
                .param("rent", line.rent().getAmount())
                .param("currency", line.rent().getCurrencyUnit().getCode())
                .update();
    }

    List<Line> find(BureauId bureau, String part, int limit) {
        String digits = digits(part);
        if (digits.length() < GRAM) {
            return List.of();
        }
        return jdbc.sql(FIND)
                .param("bureau", bureau.value())
                .param("parts", parts(digits))
                .param("like", "%" + digits + "%")
                .param("most", LOOKED_AT)
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** What the index is asked for. */
    static String parts(String digits) {
        return grams(digits).stream().map(gram -> "'" + gram + "'").collect(Collectors.joining(" & "));
    }

    List<Line> of(BureauId bureau, CustomerId customer) {
        return jdbc.sql("select * from fault.line where bureau = ? and customer = ? order by digits")
                .params(bureau.value(), customer.value())
                .query((row, n) -> line(row))
                .list();
    }

    List<Line> of(BureauId bureau, Collection<LineId> ids) {
        return jdbc.sql("select * from fault.line where bureau = ? and id = any(?)")
                .params(
                        bureau.value(),
                        ids.stream().map(LineId::value).distinct().toArray(UUID[]::new))
                .query((row, n) -> line(row))
                .list();
    }

    /** Holds a line for this transaction, so that two reports of it follow one another; false where there is none. */
    boolean hold(BureauId bureau, LineId id) {
        return jdbc.sql("select 1 from fault.line where bureau = ? and id = ? for update")
                .params(bureau.value(), id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void post(BureauId bureau, String exchange, UnitId unit) {
        jdbc.sql("""
                        insert into fault.repair_post (bureau, exchange, unit) values (?, ?, ?)
                        on conflict (bureau, exchange) do update set unit = excluded.unit
                        """).params(bureau.value(), exchange, unit.value()).update();
    }

    Optional<UnitId> post(BureauId bureau, String exchange) {
        return jdbc.sql("select unit from fault.repair_post where bureau = ? and exchange = ?")
                .params(bureau.value(), exchange)
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .optional();
    }

    Map<String, UnitId> posts(BureauId bureau, Collection<String> exchanges) {
        return jdbc
                .sql("select exchange, unit from fault.repair_post where bureau = ? and exchange = any(?)")
                .params(bureau.value(), exchanges.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), new UnitId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those that have a repair post. */
    List<String> exchanges(BureauId bureau) {
        return jdbc.sql("select exchange from fault.repair_post where bureau = ? order by exchange")
                .param(bureau.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new Line(
                new LineId(row.getObject("id", UUID.class)),
                row.getString("number"),
                Service.valueOf(row.getString("service")),
                row.getString("address"),
                row.getString("exchange"),
                Area.valueOf(row.getString("area")),
                new CustomerId(row.getObject("customer", UUID.class)),
                Money.of(currency, row.getBigDecimal("rent").setScale(currency.getDecimalPlaces())));
    }
}
