package org.redress.ground.party;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.MappedRow;
import org.redress.ground.intake.Value;

/** What a row of a file says of a customer, laid over what is known of them. */
record CustomerRow(MappedRow row, ZoneId zone, LocalDate today, CurrencyUnit currency) {

    private static final CustomerId NOBODY = new CustomerId(new UUID(0, 0));
    private static final BigDecimal LONGEST = BigDecimal.valueOf(1200);

    /** What speaks against the row as such. */
    static List<Fault> faults(MappedRow row) {
        List<Fault> faults = new ArrayList<>();
        Value.Phone phone = row.phone(CustomerFields.PHONE);
        if (row.number() == null && row.text(CustomerFields.EMAIL) == null && (phone == null || phone.e164() == null)) {
            faults.add(Fault.of("customer.nobody", null));
        }
        BigDecimal monthly = row.number(CustomerFields.MONTHLY);
        if (monthly != null && (monthly.signum() < 0 || monthly.compareTo(Standings.LARGEST) > 0)) {
            faults.add(Fault.of("customer.monthly", CustomerFields.MONTHLY));
        }
        BigDecimal tenure = row.number(CustomerFields.TENURE);
        if (tenure != null
                && (tenure.signum() < 0
                        || tenure.compareTo(LONGEST) > 0
                        || tenure.stripTrailingZeros().scale() > 0)) {
            faults.add(Fault.of("customer.tenure", CustomerFields.TENURE));
        }
        return faults;
    }

    CustomerDraft draft(String source) {
        Value.Phone phone = row.phone(CustomerFields.PHONE);
        String name = row.text(CustomerFields.NAME);
        return new CustomerDraft(
                source,
                row.number(),
                name == null || name.isBlank() ? null : name.strip(),
                phone == null ? null : phone.given(),
                phone == null ? null : phone.e164(),
                row.text(CustomerFields.EMAIL),
                null);
    }

    /** What is wrong with the row in itself, or null. */
    @Nullable
    Fault fault() {
        BigDecimal monthly = row.number(CustomerFields.MONTHLY);
        if (monthly != null && monthly.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            return Fault.of("customer.monthly", CustomerFields.MONTHLY);
        }
        return fault(over(Standing.unknown(NOBODY)));
    }

    /** What is wrong with what comes of it, or null. */
    @Nullable
    Fault fault(Standing then) {
        LocalDate since = then.since();
        LocalDate left = then.left();
        if (since != null && since.isAfter(today)) {
            return Fault.of("customer.ahead", CustomerFields.SINCE);
        }
        if (left != null && left.isAfter(today)) {
            return Fault.of("customer.ahead", CustomerFields.LEFT);
        }
        return since != null && left != null && left.isBefore(since)
                ? Fault.of("customer.left", CustomerFields.LEFT)
                : null;
    }

    /** Of what the row says nothing stays as it was. */
    Standing over(Standing known) {
        String segment = row.code(CustomerFields.SEGMENT);
        BigDecimal monthly = row.number(CustomerFields.MONTHLY);
        return new Standing(
                known.customer(),
                segment == null ? known.segment() : Segment.valueOf(segment),
                monthly == null
                        ? known.monthly()
                        : Money.of(currency, monthly.stripTrailingZeros().setScale(currency.getDecimalPlaces())),
                since(known),
                left(known));
    }

    /** A day goes before a count of months, and a count of months is good for whom no day is known alone: it grows with each file. */
    private @Nullable LocalDate since(Standing known) {
        LocalDate day = day(CustomerFields.SINCE);
        BigDecimal months = row.number(CustomerFields.TENURE);
        if (day != null || months == null || known.since() != null) {
            return day == null ? known.since() : day;
        }
        LocalDate left = day(CustomerFields.LEFT);
        return (left == null ? today : left).minusMonths(months.longValueExact());
    }

    /** Who left on a day that the file does not say is gone from the day on which we hear of it. */
    private @Nullable LocalDate left(Standing known) {
        LocalDate day = day(CustomerFields.LEFT);
        if (day != null) {
            return day;
        }
        String gone = row.code(CustomerFields.GONE);
        if (CustomerFields.NO.equals(gone)) {
            return null;
        }
        return CustomerFields.YES.equals(gone) && known.left() == null ? today : known.left();
    }

    private @Nullable LocalDate day(String field) {
        Instant moment = row.moment(field);
        return moment == null ? null : LocalDate.ofInstant(moment, zone);
    }
}
