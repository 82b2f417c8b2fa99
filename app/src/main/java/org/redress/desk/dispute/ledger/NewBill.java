package org.redress.desk.dispute.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
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
            Money sum) {}

    public NewBill {
        items = List.copyOf(items);
    }
}
