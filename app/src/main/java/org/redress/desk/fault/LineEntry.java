package org.redress.desk.fault;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.Value;
import org.redress.ground.party.CustomerId;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;

/** What a row of a file says of a line. */
record LineEntry(MappedRow row, CurrencyUnit currency) {

    private static final List<String> TEXTS =
            List.of(LineFields.NUMBER, LineFields.ADDRESS, LineFields.EXCHANGE, LineFields.CUSTOMER, LineFields.UNIT);
    private static final int LONGEST_NUMBER = 40;
    /** Above it a rent is a slip of the pen. */
    private static final BigDecimal HIGHEST = new BigDecimal("99999999.99");

    /** What speaks against the row as such. */
    static List<Fault> faults(MappedRow row) {
        List<Fault> faults = new ArrayList<>();
        for (String field : TEXTS) {
            Fault fault = unfit(row, field);
            if (fault != null) {
                faults.add(fault);
            }
        }
        String number = row.number();
        if (number != null && LineRows.digits(number).length() < LineRows.GRAM) {
            faults.add(Fault.of("line.number", LineFields.NUMBER, Integer.toString(LineRows.GRAM)));
        }
        BigDecimal rent = row.number(LineFields.RENT);
        if (rent != null && (rent.signum() < 0 || rent.compareTo(HIGHEST) > 0)) {
            faults.add(Fault.of("line.rent", LineFields.RENT));
        }
        if (row.text(LineFields.CUSTOMER) == null && row.phone(LineFields.PHONE) == null) {
            faults.add(Fault.of("line.nobody", null));
        }
        return faults;
    }

    private static @Nullable Fault unfit(MappedRow row, String field) {
        String text = row.text(field);
        if (text == null) {
            return null;
        }
        try {
            if (Typed.line(text, field).length() > LONGEST_NUMBER && field.equals(LineFields.NUMBER)) {
                return Fault.of("typed.long", field, Integer.toString(LONGEST_NUMBER));
            }
            return null;
        } catch (Problem problem) {
            String[] args =
                    Arrays.stream(problem.arguments()).map(String::valueOf).toArray(String[]::new);
            return Fault.of(problem.code(), field, args);
        }
    }

    /** Whether the rent cannot be paid in the bureau's currency. */
    boolean fractional() {
        int places = Math.min(2, currency.getDecimalPlaces());
        return rent().stripTrailingZeros().scale() > places;
    }

    String number() {
        return said(LineFields.NUMBER);
    }

    /** By which a line is one and no other. */
    String digits() {
        return LineRows.digits(number());
    }

    String exchange() {
        return said(LineFields.EXCHANGE);
    }

    @Nullable
    String unit() {
        return row.text(LineFields.UNIT) == null ? null : said(LineFields.UNIT);
    }

    @Nullable
    String customer() {
        return row.text(LineFields.CUSTOMER) == null ? null : said(LineFields.CUSTOMER);
    }

    /** The customer's telephone number in E.164, or null. */
    @Nullable
    String phone() {
        Value.Phone phone = row.phone(LineFields.PHONE);
        return phone == null ? null : phone.e164();
    }

    private String said(String field) {
        return Typed.line(row.text(field), field);
    }

    private BigDecimal rent() {
        return Objects.requireNonNull(row.number(LineFields.RENT));
    }

    /** The line as it is then. One that is known keeps the writing of its number. */
    Line over(@Nullable Line known, CustomerId customer) {
        return new Line(
                known == null ? new LineId(Ids.next()) : known.id(),
                known == null ? number() : known.number(),
                Service.valueOf(Objects.requireNonNull(row.code(LineFields.SERVICE))),
                said(LineFields.ADDRESS),
                exchange(),
                Area.valueOf(Objects.requireNonNull(row.code(LineFields.AREA))),
                customer,
                Money.of(currency, rent().stripTrailingZeros().setScale(currency.getDecimalPlaces())));
    }
}
