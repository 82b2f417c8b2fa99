package org.redress.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.RemedyId;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.authority.ApprovalResult;
import org.redress.desk.recovery.authority.Approvals;
import org.redress.desk.recovery.budget.Budgets;
import org.redress.desk.recovery.budget.Span;
import org.redress.desk.recovery.ledger.CompensationId;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.TicketCard;
import org.redress.desk.ticket.TicketFilter;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketView;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerId;
import org.springframework.stereotype.Component;

/** Money given in the demonstration: within limits, waiting for a yes, refused and taken back, and the budgets that pay for it. */
@Component
class DemoMoney implements DemoPart {

    private static final int TICKETS = 200;
    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    /** What becomes of a sum. */
    private enum Fate {
        GIVEN,
        WAITS,
        REFUSED,
        TAKEN_BACK
    }

    /** A compensation to be given. */
    private record Gift(String by, RemedyKind kind, String sum, String note, Fate fate) {}

    private static final List<Gift> GIFTS = List.of(
            new Gift("lin", RemedyKind.BILL_CREDIT, "30.00", "多计的流量费退回", Fate.GIVEN),
            new Gift("tang", RemedyKind.REFUND, "59.00", "重复扣的月租", Fate.GIVEN),
            new Gift("lin", RemedyKind.GIFT, "48.00", "送一个月视频会员", Fate.GIVEN),
            new Gift("shao", RemedyKind.DISCOUNT, "99.00", "三个月套餐八折", Fate.GIVEN),
            new Gift("gao", RemedyKind.BILL_CREDIT, "320.00", "断网五天，客户在家办公", Fate.GIVEN),
            new Gift("shao", RemedyKind.BILL_CREDIT, "20.00", "同一笔录了两次", Fate.TAKEN_BACK),
            new Gift("lin", RemedyKind.REFUND, "260.00", "装机拖了两周，退装机费", Fate.WAITS),
            new Gift("gao", RemedyKind.BILL_CREDIT, "1800.00", "专线中断影响营业", Fate.WAITS),
            new Gift("tang", RemedyKind.BILL_CREDIT, "450.00", "客户要求赔误工费", Fate.REFUSED));

    private static final List<Gift> OUTLET = List.of(
            new Gift("ye", RemedyKind.BILL_CREDIT, "80.00", "宽带断了三天", Fate.GIVEN),
            new Gift("ye", RemedyKind.BILL_CREDIT, "60.00", "装机改期两次", Fate.WAITS));

    private final Remedies remedies;
    private final Approvals approvals;
    private final Budgets budgets;
    private final TicketBoard board;
    private final Clock clock;

    DemoMoney(Remedies remedies, Approvals approvals, Budgets budgets, TicketBoard board, Clock clock) {
        this.remedies = remedies;
        this.approvals = approvals;
        this.budgets = budgets;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public Class<? extends DemoPart> after() {
        return DemoCare.class;
    }

    @Override
    public void fill(DemoBureau bureau) {
        Actor head = bureau.head();
        Actor manager = bureau.person("wei");
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        budgets.set(manager, null, Span.YEAR, today, yuan("60000.00"), manager.staff());
        budgets.set(
                manager,
                head.unit(),
                Span.MONTH,
                today,
                yuan("8000.00"),
                bureau.person("luo").staff());
        List<TicketCard> tickets = tickets(head);
        for (int n = 0; n < Math.min(GIFTS.size(), tickets.size()); n++) {
            give(bureau, tickets.get(n), GIFTS.get(n));
        }
    }

    /** An outlet with a small budget gives within it, and once more than is left: its holder is asked. */
    void overspend(DemoBureau bureau) {
        Actor manager = bureau.person("wei");
        Actor agent = bureau.person("ye");
        LocalDate today = LocalDate.ofInstant(clock.instant(), manager.zone());
        budgets.set(
                manager,
                agent.unit(),
                Span.MONTH,
                today,
                yuan("120.00"),
                bureau.person("luo").staff());
        List<TicketCard> tickets = tickets(agent);
        for (int n = 0; n < Math.min(OUTLET.size(), tickets.size()); n++) {
            give(bureau, tickets.get(n), OUTLET.get(n));
        }
    }

    /** Complaints in hand of the team, each of another customer. */
    private List<TicketCard> tickets(Actor head) {
        Set<CustomerId> seen = new HashSet<>();
        TicketFilter complaints = new TicketFilter(TicketKind.COMPLAINT, null, null, null);
        return board.page(head, TicketView.OPEN, complaints, null, TICKETS).cards().stream()
                .filter(card -> card.unit().equals(head.unit()) && card.state().inHand() && card.lead() == null)
                .filter(card -> card.customer() != null && seen.add(card.customer()))
                .toList();
    }

    private void give(DemoBureau bureau, TicketCard ticket, Gift gift) {
        Actor by = bureau.person(gift.by());
        RemedyId id = remedies.give(by, ticket.id(), gift.kind(), yuan(gift.sum()), gift.note(), DemoCases.ANOTHER);
        switch (gift.fate()) {
            case TAKEN_BACK -> remedies.takeBack(by, id);
            case REFUSED -> refuse(bureau.head(), new CompensationId(id.value()));
            case GIVEN, WAITS -> {}
        }
    }

    private void refuse(Actor head, CompensationId id) {
        int step = approvals.of(head, List.of(id)).size();
        ApprovalResult result = approvals.decide(head, id, step, false, "误工费没有依据，请改为减免月租。");
        if (!(result instanceof ApprovalResult.TurnedDown)) {
            throw new IllegalStateException("demonstration: " + result);
        }
    }

    private static Money yuan(String amount) {
        return Money.of(YUAN, new BigDecimal(amount));
    }
}
