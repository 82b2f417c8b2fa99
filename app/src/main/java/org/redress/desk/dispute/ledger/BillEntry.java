package org.redress.desk.dispute.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.ItemKind;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.Value;
import org.redress.platform.web.Typed;

/** What a row of a file says of an item and of its bill. */
record BillEntry(MappedRow row, CurrencyUnit currency, ZoneId zone) {

    private static final String PART = "\u001f";

    /** What the rows of one bill say alike. */
    record Head(
            @Nullable String customer, @Nullable String phone, YearMonth month, LocalDate issuedOn, BigDecimal total) {}

    Head head() {
        return new Head(
                customer(),
                phone(),
                BillMonth.read(said(BillFields.MONTH)).orElseThrow(),
                issued().atZone(zone).toLocalDate(),
                number(BillFields.TOTAL).stripTrailingZeros());
    }

    /** What speaks against the row in its bureau, or null. */
    @Nullable
    Fault foreign() {
        String word = row.text(BillFields.CURRENCY);
        if (word != null && !BillFields.means(word, currency.getCode())) {
            return Fault.of("bill.currency", BillFields.CURRENCY, currency.getCode());
        }
        return sum().scale() > Math.min(2, currency.getDecimalPlaces()) ? Fault.of("bill.sum", BillFields.SUM) : null;
    }

    String bill() {
        return said(BillFields.BILL);
    }

    @Nullable
    String customer() {
        return row.text(BillFields.CUSTOMER) == null ? null : said(BillFields.CUSTOMER);
    }

    /** The customer's telephone number in E.164, or null. */
    @Nullable
    String phone() {
        Value.Phone phone = row.phone(BillFields.PHONE);
        return phone == null ? null : phone.e164();
    }

    BigDecimal sum() {
        return number(BillFields.SUM).stripTrailingZeros();
    }

    /** The identity of the item: its number means something on its bill only. */
    String source() {
        return bill() + PART + said(BillFields.ITEM);
    }

    NewBill.Item item() {
        Instant at = row.moment(BillFields.AT);
        BigDecimal seconds = row.number(BillFields.SECONDS);
        BigDecimal kilobytes = row.number(BillFields.KILOBYTES);
        return new NewBill.Item(
                source(),
                at == null ? issued() : at,
                ItemKind.valueOf(Objects.requireNonNull(row.code(BillFields.KIND))),
                said(BillFields.WHAT),
                row.text(BillFields.CALLED) == null ? null : said(BillFields.CALLED),
                seconds == null ? null : seconds.intValueExact(),
                kilobytes == null ? null : kilobytes.longValueExact(),
                Money.of(currency, sum().setScale(currency.getDecimalPlaces())));
    }

    private Instant issued() {
        return Objects.requireNonNull(row.moment(BillFields.ISSUED));
    }

    private BigDecimal number(String field) {
        return Objects.requireNonNull(row.number(field));
    }

    private String said(String field) {
        return Typed.line(row.text(field), field);
    }
}
