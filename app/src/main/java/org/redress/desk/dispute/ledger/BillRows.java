package org.redress.desk.dispute.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.dispute.Bill;
import org.redress.desk.dispute.BillId;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.ItemId;
import org.redress.desk.dispute.ItemKind;
import org.redress.ground.identity.BureauId;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code dispute.bill} and {@code dispute.item}. */
@Repository
class BillRows {

    static final String OF_CUSTOMER = "b.customer = :customer order by b.month desc, b.id desc limit :limit";

    static final String SUMS = """
            select b.currency, sum(i.sum) as total, sum(i.held) as held, sum(i.adjusted) as adjusted
              from dispute.bill b join dispute.item i on i.bureau = b.bureau and i.bill = b.id
             where b.bureau = :bureau and b.id = :id group by b.currency
            """;

    static final String AFTER = "i.bill = :bill and i.place > :after order by i.place limit :limit";

    static final String NUMBERED =
            "select b.* from dispute.bill b where b.bureau = :bureau and b.number = any(:numbers)";

    static final String OF_BILLS = "i.bill = any(:bills) order by i.bill, i.place";

    static final String ITEMS = """
            select i.*, b.currency from dispute.item i join dispute.bill b on b.bureau = i.bureau and b.id = i.bill
             where i.bureau = :bureau and
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    BillRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(BureauId bureau, BillId id, NewBill bill, CurrencyUnit currency) {
        jdbc.sql("""
                        insert into dispute.bill (bureau, id, customer, number, month, currency, issued_on)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        bureau.value(),
                        id.value(),
                        bill.customer().value(),
                        bill.number(),
                        bill.month().atDay(1),
                        currency.getCode(),
                        bill.issuedOn())
                .update();
        batch.batchUpdate(
                """
                insert into dispute.item (bureau, id, bill, place, source, at, kind, what, called, seconds, kilobytes, sum)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                bill.items().stream()
                        .map(item -> new Object[] {
                            bureau.value(),
                            Ids.next(),
                            id.value(),
                            bill.items().indexOf(item) + 1,
                            item.source(),
                            item.at().atOffset(ZoneOffset.UTC),
                            item.kind().name(),
                            item.what(),
                            item.called(),
                            item.seconds(),
                            item.kilobytes(),
                            item.sum().getAmount()
                        })
                        .toList());
    }

    /** Holds the bills that come in to the end of the transaction, so that two files follow one another. */
    void hold(BureauId bureau) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 71))")
                .param("dispute.bill " + bureau.value())
                .query((row, n) -> n)
                .single();
    }

    /** Bills by their numbers, as they were entered. */
    Map<String, NewBill> ofNumbers(BureauId bureau, Collection<String> numbers) {
        Map<BillId, Bill> bills = new HashMap<>();
        jdbc.sql(NUMBERED)
                .param("bureau", bureau.value())
                .param("numbers", numbers.stream().distinct().toArray(String[]::new))
                .query((row, n) -> bill(row))
                .list()
                .forEach(bill -> bills.put(bill.id(), bill));
        Map<BillId, List<NewBill.Item>> items = new HashMap<>();
        jdbc.sql(ITEMS + OF_BILLS)
                .param("bureau", bureau.value())
                .param("bills", bills.keySet().stream().map(BillId::value).toArray(UUID[]::new))
                .query(row -> {
                    BillItem item = item(row);
                    items.computeIfAbsent(item.bill(), bill -> new ArrayList<>())
                            .add(NewBill.Item.of(row.getString("source"), item));
                });
        Map<String, NewBill> known = new HashMap<>();
        bills.values()
                .forEach(bill -> known.put(bill.number(), NewBill.of(bill, items.getOrDefault(bill.id(), List.of()))));
        return known;
    }

    List<Bill> of(BureauId bureau, CustomerId customer, int most) {
        return jdbc.sql("select b.* from dispute.bill b where b.bureau = :bureau and " + OF_CUSTOMER)
                .param("bureau", bureau.value())
                .param("customer", customer.value())
                .param("limit", most)
                .query((row, n) -> bill(row))
                .list();
    }

    Map<BillId, CustomerId> customers(BureauId bureau, Collection<BillId> ids) {
        Map<BillId, CustomerId> customers = new HashMap<>();
        jdbc.sql("select id, customer from dispute.bill where bureau = ? and id = any(?)")
                .params(
                        bureau.value(),
                        ids.stream().map(BillId::value).distinct().toArray(UUID[]::new))
                .query(row -> {
                    customers.put(
                            new BillId(row.getObject("id", UUID.class)),
                            new CustomerId(row.getObject("customer", UUID.class)));
                });
        return customers;
    }

    Optional<Bill.Sums> sums(BureauId bureau, BillId id) {
        return jdbc.sql(SUMS)
                .param("bureau", bureau.value())
                .param("id", id.value())
                .query((row, n) -> new Bill.Sums(money(row, "total"), money(row, "held"), money(row, "adjusted")))
                .optional();
    }

    List<BillItem> items(BureauId bureau, BillId bill, int after, int limit) {
        return items(bureau, AFTER, Map.of("bill", bill.value(), "after", after, "limit", limit));
    }

    List<BillItem> items(BureauId bureau, Collection<ItemId> ids) {
        return items(
                bureau,
                "i.id = any(:ids) order by i.at, i.id",
                Map.of("ids", ids.stream().map(ItemId::value).distinct().toArray(UUID[]::new)));
    }

    /** An item, held for this transaction so that two postings to it follow one another. */
    Optional<BillItem> held(BureauId bureau, ItemId id) {
        return items(bureau, "i.id = :id for update of i", Map.of("id", id.value())).stream()
                .findFirst();
    }

    private List<BillItem> items(BureauId bureau, String where, Map<String, ?> params) {
        return jdbc.sql(ITEMS + where)
                .param("bureau", bureau.value())
                .params(params)
                .query((row, n) -> item(row))
                .list();
    }

    private static Bill bill(ResultSet row) throws SQLException {
        return new Bill(
                new BillId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer", UUID.class)),
                row.getString("number"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("issued_on", LocalDate.class));
    }

    private static BillItem item(ResultSet row) throws SQLException {
        return new BillItem(
                new ItemId(row.getObject("id", UUID.class)),
                new BillId(row.getObject("bill", UUID.class)),
                row.getInt("place"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ItemKind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getString("called"),
                row.getObject("seconds", Integer.class),
                row.getObject("kilobytes", Long.class),
                money(row, "sum"),
                money(row, "held"),
                money(row, "adjusted"));
    }

    static Money money(ResultSet row, String column) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return Money.of(currency, row.getBigDecimal(column).setScale(currency.getDecimalPlaces()));
    }
}
