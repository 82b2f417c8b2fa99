package org.redress.desk.dispute;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.redress.desk.dispute.ledger.BillBook;
import org.redress.desk.dispute.ledger.NewBill;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.identity.Actor;
import org.redress.ground.party.CustomerDraft;
import org.redress.ground.party.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers with bills, and tickets about them. */
@Component
public class SomeBills {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
    static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private final BillBook book;
    private final Billing billing;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final Clock clock;

    SomeBills(BillBook book, Billing billing, Tickets tickets, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.billing = billing;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static Money yuan(String sum) {
        return Money.parse("CNY " + sum);
    }

    /** A ticket in work about a bill of a customer of its own. */
    public Ticket ticket(Actor agent) {
        return ticket(agent, TicketKind.BILL_DISPUTE, null);
    }

    public Ticket ticket(Actor agent, TicketKind kind, @Nullable Instant received) {
        String phone = "138%08d".formatted(NUMBERS.incrementAndGet());
        Ticket opened = tickets.open(
                agent,
                new NewTicket(
                        kind,
                        Channel.HOT_LINE,
                        "话费<b>不对</b>",
                        "上月多收了几笔。",
                        new CustomerDraft("desk", null, "周女士", phone, "+86" + phone, null, null),
                        null,
                        null,
                        received));
        StepResult started = tickets.step(agent, opened.id(), opened.version(), Step.START, null);
        return started instanceof StepResult.Done(Ticket ticket) ? ticket : opened;
    }

    public static CustomerId customer(Ticket ticket) {
        return Objects.requireNonNull(ticket.customer());
    }

    NewBill bill(CustomerId customer, Instant at, String... sums) {
        int number = NUMBERS.incrementAndGet();
        List<NewBill.Item> items = new ArrayList<>();
        for (String sum : sums) {
            items.add(new NewBill.Item(
                    "cdr-" + number + "-" + items.size(),
                    at,
                    ItemKind.LONG_DISTANCE,
                    "长途<i>" + items.size() + "</i>",
                    "02087654321",
                    95,
                    null,
                    yuan(sum)));
        }
        return new NewBill(
                customer,
                "B" + number,
                YearMonth.from(at.atZone(ZoneOffset.UTC)),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                items);
    }

    /** The items of a new bill of some days ago with these sums. */
    public List<BillItem> billed(Actor command, CustomerId customer, String... sums) {
        return billed(command, customer, clock.instant().minus(Duration.ofDays(9)), sums);
    }

    public List<BillItem> billed(Actor command, CustomerId customer, Instant at, String... sums) {
        BillId id = book.enter(command, bill(customer, at, sums));
        return billing.items(command, id, 0, 1000);
    }

    public BillItem now(Actor command, ItemId id) {
        return billing.items(command, List.of(id)).getFirst();
    }

    /** Lets the limit of a claim pass, in its own row and in its clock's. */
    void overdue(Actor of, ClaimId claim) {
        jdbc.sql("update dispute.claim set due_at = now() - interval '1 minute' where bureau = ? and id = ?")
                .params(of.bureau().value(), claim.value())
                .update();
        jdbc.sql("update commitment.clock set due_at = now() - interval '1 minute' where bureau = ? and subject = ?")
                .params(of.bureau().value(), claim.value())
                .update();
    }
}
