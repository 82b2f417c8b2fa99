package org.redress.desk.dispute.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.MappedRow;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;

/** What speaks against a row of a file of bills as such. */
final class BillCheck {

    private static final int LONGEST_NUMBER = 40;

    private static final Map<String, Integer> TEXTS = Map.of(
            BillFields.BILL, LONGEST_NUMBER,
            BillFields.ITEM, LONGEST_NUMBER,
            BillFields.CUSTOMER, Typed.LINE,
            BillFields.MONTH, LONGEST_NUMBER,
            BillFields.WHAT, Typed.LINE,
            BillFields.CALLED, LONGEST_NUMBER,
            BillFields.CURRENCY, LONGEST_NUMBER);

    /** Above it a sum is a slip of the pen. */
    private static final BigDecimal HIGHEST = new BigDecimal("99999999.99");

    private BillCheck() {}

    static List<Fault> faults(MappedRow row) {
        List<Fault> faults = new ArrayList<>();
        TEXTS.forEach((field, longest) -> add(faults, unfit(row, field, longest)));
        add(faults, month(row));
        add(faults, sum(row, BillFields.SUM));
        add(faults, sum(row, BillFields.TOTAL));
        add(faults, whole(row, BillFields.SECONDS, Integer.MAX_VALUE));
        add(faults, whole(row, BillFields.KILOBYTES, Long.MAX_VALUE));
        if (row.text(BillFields.CUSTOMER) == null && row.phone(BillFields.PHONE) == null) {
            faults.add(Fault.of("bill.nobody", null));
        }
        return faults;
    }

    private static void add(List<Fault> faults, @Nullable Fault fault) {
        if (fault != null) {
            faults.add(fault);
        }
    }

    private static @Nullable Fault unfit(MappedRow row, String field, int longest) {
        String text = row.text(field);
        if (text == null) {
            return null;
        }
        try {
            return Typed.line(text, field).length() > longest
                    ? Fault.of("typed.long", field, Integer.toString(longest))
                    : null;
        } catch (Problem problem) {
            String[] args =
                    Arrays.stream(problem.arguments()).map(String::valueOf).toArray(String[]::new);
            return Fault.of(problem.code(), field, args);
        }
    }

    private static @Nullable Fault month(MappedRow row) {
        String text = row.text(BillFields.MONTH);
        return text == null || BillMonth.read(text.strip()).isPresent()
                ? null
                : Fault.of("bill.month", BillFields.MONTH);
    }

    private static @Nullable Fault sum(MappedRow row, String field) {
        BigDecimal sum = row.number(field);
        return sum == null || sum.signum() > 0 && sum.compareTo(HIGHEST) <= 0 ? null : Fault.of("bill.sum", field);
    }

    private static @Nullable Fault whole(MappedRow row, String field, long most) {
        BigDecimal number = row.number(field);
        boolean fits = number == null
                || number.signum() >= 0
                        && number.stripTrailingZeros().scale() <= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        return fits ? null : Fault.of("bill.whole", field);
    }
}
