package org.redress.desk.dispute.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.Fault;
import org.redress.ground.intake.RowOutcome;
import org.redress.ground.party.CustomerId;

/** Rows of a file of bills, bill by bill: all items of one come in together, or none. */
final class BillBatch {

    private final Map<String, NewBill> before;
    private final BillOwners owners;
    private final Map<BillEntry, RowOutcome> outcomes = new HashMap<>();
    private final List<NewBill> entered = new ArrayList<>();

    /** @param before the bills that are there, by their numbers */
    BillBatch(Map<String, NewBill> before, BillOwners owners) {
        this.before = before;
        this.owners = owners;
    }

    /** What becomes of each row, in their order. */
    List<RowOutcome> lay(List<BillEntry> entries) {
        Map<String, List<BillEntry>> bills = new LinkedHashMap<>();
        entries.forEach(entry ->
                bills.computeIfAbsent(entry.bill(), bill -> new ArrayList<>()).add(entry));
        bills.values().forEach(this::bill);
        return entries.stream()
                .map(entry -> Objects.requireNonNull(outcomes.get(entry)))
                .toList();
    }

    /** The bills that were not there. */
    List<NewBill> entered() {
        return entered;
    }

    private void bill(List<BillEntry> rows) {
        if (rows.stream().anyMatch(row -> row.foreign() != null)) {
            rows.forEach(row -> refuse(row, Objects.requireNonNullElse(row.foreign(), Fault.of("bill.part", null))));
            return;
        }
        BillEntry.Head head = rows.getFirst().head();
        Set<CustomerId> owner = owners.of(head);
        Fault fault = fault(rows, head, owner);
        if (fault != null) {
            rows.forEach(row -> refuse(row, fault));
            return;
        }
        lay(
                rows,
                new NewBill(
                        owner.iterator().next(),
                        rows.getFirst().bill(),
                        head.month(),
                        head.issuedOn(),
                        rows.stream().map(BillEntry::item).toList()));
    }

    private void lay(List<BillEntry> rows, NewBill bill) {
        NewBill known = before.get(bill.number());
        if (known == null) {
            entered.add(bill);
            rows.forEach(row -> outcomes.put(row, RowOutcome.CREATED));
        } else if (known.says(bill)) {
            rows.forEach(row -> outcomes.put(row, RowOutcome.UNCHANGED));
        } else {
            rows.forEach(row -> refuse(row, Fault.of("bill.known", BillFields.BILL)));
        }
    }

    private void refuse(BillEntry row, Fault fault) {
        outcomes.put(row, new RowOutcome.Refused(fault));
    }

    private static @Nullable Fault fault(List<BillEntry> rows, BillEntry.Head head, Set<CustomerId> owner) {
        if (rows.stream().map(BillEntry::head).distinct().count() > 1) {
            return Fault.of("bill.heads", null);
        }
        if (rows.stream().map(BillEntry::source).distinct().count() < rows.size()) {
            return Fault.of("bill.item", BillFields.ITEM);
        }
        BigDecimal sum = rows.stream().map(BillEntry::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(head.total()) != 0) {
            return Fault.of("bill.total", BillFields.TOTAL);
        }
        if (owner.size() != 1) {
            String by = head.customer() == null ? BillFields.PHONE : BillFields.CUSTOMER;
            return Fault.of(owner.isEmpty() ? "bill.unknown" : "bill.several", by);
        }
        return null;
    }
}
