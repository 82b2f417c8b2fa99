package org.redress.desk.dispute.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.Bill;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.ItemKind;
import org.redress.ground.party.CustomerId;

/** A bill to be entered. */
public record NewBill(CustomerId customer, String number, YearMonth month, LocalDate issuedOn, List<Item> items) {

    /**
     * One of its lines.
     *
     * @param source its identity where it was rated; it is billed once
     */
    public record Item(
            String source,
            Instant at,
            ItemKind kind,
            String what,
            @Nullable String called,
            @Nullable Integer seconds,
            @Nullable Long kilobytes,
            Money sum) {

        static Item of(String source, BillItem item) {
            return new Item(
                    source,
                    item.at(),
                    item.kind(),
                    item.what(),
                    item.called(),
                    item.seconds(),
                    item.kilobytes(),
                    item.sum());
        }
    }

    public NewBill {
        items = List.copyOf(items);
    }

    static NewBill of(Bill bill, List<Item> items) {
        return new NewBill(bill.customer(), bill.number(), bill.month(), bill.issuedOn(), items);
    }

    /** Whether they say the same; their items may stand in another order. */
    boolean says(NewBill other) {
        return customer.equals(other.customer)
                && number.equals(other.number)
                && month.equals(other.month)
                && issuedOn.equals(other.issuedOn)
                && new HashSet<>(items).equals(new HashSet<>(other.items));
    }
}
