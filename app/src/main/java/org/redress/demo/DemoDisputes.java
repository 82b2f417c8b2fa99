package org.redress.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.redress.desk.dispute.BillId;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Billing;
import org.redress.desk.dispute.Claim;
import org.redress.desk.dispute.ClaimResult;
import org.redress.desk.dispute.Disputes;
import org.redress.desk.dispute.Evidence;
import org.redress.desk.dispute.ItemKind;
import org.redress.desk.dispute.Mark;
import org.redress.desk.dispute.Reason;
import org.redress.desk.dispute.ledger.BillBook;
import org.redress.desk.dispute.ledger.NewBill;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** Bills of customers of the demonstration who do not accept them, and a dispute in hand. */
@Component
class DemoDisputes implements DemoPart {

    private static final int CUSTOMERS = 12;
    private static final int MONTHS = 3;
    private static final int FIRST_VERSION = 1;

    /** A line of every bill. */
    private record Line(ItemKind kind, String what, String called, int seconds, long kilobytes, String sum) {}

    private static final List<Line> LINES = List.of(
            new Line(ItemKind.MONTHLY, "畅享套餐月租", "", 0, 0, "59.00"),
            new Line(ItemKind.LOCAL, "市话", "13800001207", 312, 0, "1.20"),
            new Line(ItemKind.LONG_DISTANCE, "国内长途", "02087650011", 1564, 0, "10.40"),
            new Line(ItemKind.LONG_DISTANCE, "国内长途", "01065430022", 95, 0, "0.80"),
            new Line(ItemKind.ROAMING, "省际漫游", "13800004418", 640, 0, "6.60"),
            new Line(ItemKind.DATA, "套餐外流量", "", 0, 318_000, "31.80"),
            new Line(ItemKind.VALUE_ADDED, "彩铃包月", "", 0, 0, "5.00"),
            new Line(ItemKind.VALUE_ADDED, "游戏周包", "", 0, 0, "12.00"));

    private final BillBook book;
    private final Billing billing;
    private final Disputes disputes;
    private final TicketBoard board;
    private final Clock clock;

    DemoDisputes(BillBook book, Billing billing, Disputes disputes, TicketBoard board, Clock clock) {
        this.book = book;
        this.billing = billing;
        this.disputes = disputes;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoAppeals.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor head = bureau.head();
        TicketFilter bills = new TicketFilter(TicketKind.BILL_DISPUTE, null, null, null);
        List<TicketCard> inHand = board.page(head, TicketView.OPEN, bills, null, CUSTOMERS).cards().stream()
                .filter(card -> card.customer() != null && card.state().inHand())
                .toList();
        inHand.stream().map(TicketCard::customer).distinct().forEach(customer -> bill(bureau.command(), customer));
        inHand.stream().findFirst().ifPresent(card -> dispute(bureau, head, card));
    }

    private void bill(Actor command, CustomerId customer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), command.zone());
        for (int back = MONTHS; back > 0; back--) {
            YearMonth month = YearMonth.from(today).minusMonths(back);
            String number = "YZ%s%s"
                    .formatted(
                            month.toString().replace("-", ""),
                            customer.value().toString().substring(24));
            book.enter(
                    command,
                    new NewBill(
                            customer,
                            number,
                            month,
                            month.plusMonths(1).atDay(1),
                            IntStream.range(0, LINES.size())
                                    .mapToObj(n -> item(command, number, month, n))
                                    .toList()));
        }
    }

    private static NewBill.Item item(Actor command, String number, YearMonth month, int place) {
        Line line = LINES.get(place);
        Instant at = month.atDay(2 + 3 * place)
                .atTime(LocalTime.of(9 + place, 7 * place))
                .atZone(command.zone())
                .toInstant();
        return new NewBill.Item(
                number + "-" + place,
                at,
                line.kind(),
                line.what(),
                line.called().isEmpty() ? null : line.called(),
                line.seconds() == 0 ? null : line.seconds(),
                line.kilobytes() == 0 ? null : line.kilobytes(),
                Money.parse("CNY " + line.sum()));
    }

    /** Four items: one proved, one proved and decided, one conceded, one that waits for evidence. */
    private void dispute(DemoBureau bureau, Actor head, TicketCard card) {
        CustomerId customer = Objects.requireNonNull(card.customer());
        BillId latest = billing.bills(head, customer, 1).getFirst().id();
        List<BillItem> items = billing.items(head, latest, 0, LINES.size());
        disputes.mark(
                head,
                card.id(),
                List.of(
                        new Mark(items.get(2).id(), Reason.NOT_MADE, "那天在外地开会，家里没人打过这个电话。"),
                        new Mark(items.get(4).id(), Reason.WRONG_DURATION, "最多讲了三分钟，账上写十分多钟。"),
                        new Mark(items.get(5).id(), Reason.OTHER, "流量提醒短信一条都没收到。"),
                        new Mark(items.get(7).id(), Reason.NO_CONSENT, "从来没有订过游戏包。")));
        Actor network = bureau.person("zheng");
        for (Claim claim : disputes.of(head, card.id())) {
            if (claim.reason() == Reason.WRONG_DURATION || claim.reason() == Reason.NOT_MADE) {
                done(disputes.prove(
                        network,
                        claim.id(),
                        FIRST_VERSION,
                        Evidence.Kind.CALL_RECORD,
                        "原始话单主被叫、起止时间完整。",
                        "话单库 2107-33"));
            }
            if (claim.reason() == Reason.WRONG_DURATION) {
                done(disputes.decideForOperator(head, claim.id(), FIRST_VERSION + 1, "话单起止时间与账单一致，计费无误。"));
            }
            if (claim.reason() == Reason.NO_CONSENT) {
                done(disputes.decideForCustomer(head, claim.id(), FIRST_VERSION, null, "没有二次确认记录，全额退还。"));
            }
        }
    }

    private static void done(ClaimResult result) {
        if (result instanceof ClaimResult.Refused(ClaimResult.Why why)) {
            throw new IllegalStateException("demonstration: " + why);
        }
    }
}
