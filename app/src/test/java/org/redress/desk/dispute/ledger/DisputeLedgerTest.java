package org.redress.desk.dispute.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.dispute.BillId;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.ItemId;
import org.redress.desk.dispute.ItemKind;
import org.redress.desk.dispute.Posted.Reason;
import org.redress.desk.dispute.Posting.Kind;
import org.redress.desk.dispute.Posting.Line;

/** What may be posted, and that it balances. */
@Tag("S5.7")
class DisputeLedgerTest {

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private static Money yuan(String sum) {
        return Money.parse("CNY " + sum);
    }

    private static BillItem item(String sum, String held, String adjusted) {
        return new BillItem(
                new ItemId(UUID.randomUUID()),
                new BillId(UUID.randomUUID()),
                1,
                Instant.EPOCH,
                ItemKind.LOCAL,
                "市话",
                null,
                60,
                null,
                yuan(sum),
                yuan(held),
                yuan(adjusted));
    }

    @Test
    void what_is_posted_adds_up_to_nothing_and_so_does_what_takes_it_back() {
        for (Kind kind : List.of(Kind.HOLD, Kind.RELEASE, Kind.ADJUST)) {
            List<Line> lines = Entry.lines(kind, yuan("12.34"));
            assertThat(total(lines)).isEqualTo(Money.zero(YUAN));
            assertThat(total(Entry.reversed(lines))).isEqualTo(Money.zero(YUAN));
            assertThat(Entry.reversed(Entry.reversed(lines))).isEqualTo(lines);
        }
    }

    private static Money total(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.zero(YUAN), Money::plus);
    }

    @Test
    void nothing_negative_and_foreign_sums_are_refused() {
        BillItem item = item("10.00", "0.00", "0.00");
        for (Kind kind : List.of(Kind.HOLD, Kind.RELEASE, Kind.ADJUST)) {
            assertThat(Entry.against(kind, item, yuan("0.00"))).contains(Reason.SUM);
            assertThat(Entry.against(kind, item, yuan("-0.01"))).contains(Reason.SUM);
            assertThat(Entry.against(kind, item, Money.parse("USD 1.00"))).contains(Reason.CURRENCY);
        }
    }

    @Test
    void an_item_is_held_and_adjusted_once_and_no_further_than_its_sum() {
        assertThat(Entry.against(Kind.HOLD, item("10.00", "0.00", "0.00"), yuan("10.00")))
                .isEmpty();
        assertThat(Entry.against(Kind.HOLD, item("10.00", "0.00", "0.00"), yuan("10.01")))
                .contains(Reason.SUM);
        assertThat(Entry.against(Kind.HOLD, item("10.00", "3.00", "0.00"), yuan("1.00")))
                .contains(Reason.HELD);
        assertThat(Entry.against(Kind.HOLD, item("10.00", "0.00", "1.00"), yuan("1.00")))
                .contains(Reason.ADJUSTED);
        assertThat(Entry.against(Kind.ADJUST, item("10.00", "0.00", "1.00"), yuan("1.00")))
                .contains(Reason.ADJUSTED);
        assertThat(Entry.against(Kind.ADJUST, item("10.00", "4.00", "0.00"), yuan("6.01")))
                .contains(Reason.SUM);
        assertThat(Entry.against(Kind.ADJUST, item("10.00", "4.00", "0.00"), yuan("6.00")))
                .isEmpty();
        assertThat(Entry.against(Kind.RELEASE, item("10.00", "4.00", "0.00"), yuan("4.01")))
                .contains(Reason.SUM);
    }

    @Test
    void what_has_been_let_go_meanwhile_cannot_be_taken_back() {
        assertThat(Entry.againstReversal(Kind.HOLD, item("10.00", "0.00", "0.00"), yuan("10.00")))
                .contains(Reason.SUM);
        assertThat(Entry.againstReversal(Kind.RELEASE, item("10.00", "0.00", "5.00"), yuan("10.00")))
                .contains(Reason.SUM);
        assertThat(Entry.againstReversal(Kind.ADJUST, item("10.00", "0.00", "5.00"), yuan("5.00")))
                .isEmpty();
        assertThat(Entry.againstReversal(Kind.REVERSE, item("10.00", "0.00", "5.00"), yuan("5.00")))
                .contains(Reason.REVERSAL);
    }
}
