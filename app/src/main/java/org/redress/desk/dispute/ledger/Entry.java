package org.redress.desk.dispute.ledger;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Posted.Reason;
import org.redress.desk.dispute.Posting;
import org.redress.desk.dispute.Posting.Account;
import org.redress.desk.dispute.Posting.Line;

/** What may be posted to an item, and its lines. */
final class Entry {

    private Entry() {}

    /** Why a sum may not be held, released or adjusted, or empty. */
    static Optional<Reason> against(Posting.Kind kind, BillItem item, Money sum) {
        if (!sum.getCurrencyUnit().equals(item.sum().getCurrencyUnit())) {
            return Optional.of(Reason.CURRENCY);
        }
        if (!sum.isPositive()) {
            return Optional.of(Reason.SUM);
        }
        return switch (kind) {
            case HOLD ->
                !item.adjusted().isZero()
                        ? Optional.of(Reason.ADJUSTED)
                        : !item.held().isZero() ? Optional.of(Reason.HELD) : more(sum, item.sum());
            case RELEASE -> more(sum, item.held());
            case ADJUST -> item.adjusted().isZero() ? more(sum, item.dunnable()) : Optional.of(Reason.ADJUSTED);
            case REVERSE -> throw new IllegalArgumentException("a reversal goes by what it reverses");
        };
    }

    /** Why a posting may not be taken back as its item stands, or empty. */
    static Optional<Reason> againstReversal(Posting.Kind kind, BillItem item, Money sum) {
        return switch (kind) {
            case HOLD -> more(sum, item.held());
            case RELEASE -> more(sum, item.dunnable());
            case ADJUST -> more(sum, item.adjusted());
            case REVERSE -> Optional.of(Reason.REVERSAL);
        };
    }

    private static Optional<Reason> more(Money sum, Money most) {
        return sum.isGreaterThan(most) ? Optional.of(Reason.SUM) : Optional.empty();
    }

    static List<Line> lines(Posting.Kind kind, Money sum) {
        return switch (kind) {
            case HOLD -> from(Account.RECEIVABLE, Account.DISPUTED, sum);
            case RELEASE -> from(Account.DISPUTED, Account.RECEIVABLE, sum);
            case ADJUST -> from(Account.RECEIVABLE, Account.ADJUSTMENT, sum);
            case REVERSE -> throw new IllegalArgumentException("a reversal goes by what it reverses");
        };
    }

    static List<Line> reversed(List<Line> lines) {
        return lines.stream()
                .map(line -> new Line(line.account(), line.amount().negated()))
                .toList();
    }

    private static List<Line> from(Account credit, Account debit, Money sum) {
        return List.of(new Line(debit, sum), new Line(credit, sum.negated()));
    }
}
