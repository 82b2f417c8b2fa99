package org.redress.desk.dispute.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.dispute.SomeBills.yuan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.desk.dispute.Bill;
import org.redress.desk.dispute.BillId;
import org.redress.desk.dispute.BillItem;
import org.redress.desk.dispute.Billing;
import org.redress.desk.dispute.ItemKind;
import org.redress.desk.dispute.Posted;
import org.redress.desk.dispute.Posted.Done;
import org.redress.desk.dispute.Posted.Reason;
import org.redress.desk.dispute.Posted.Refused;
import org.redress.desk.dispute.Posting;
import org.redress.desk.dispute.PostingId;
import org.redress.desk.dispute.SomeBills;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.CustomerId;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger, beside what it must come to, and the database behind it. */
@RedressIT
@Tag("S5.7")
class DisputeLedgerIT {

    @Autowired
    Billing billing;

    @Autowired
    BillBook book;

    @Autowired
    SomeBills bills;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Actor actor;
    private CustomerId customer;

    @BeforeEach
    void open() {
        actor = offices.found();
        customer = SomeBills.customer(bills.ticket(offices.hire(actor, Posts.AGENT, "lin")));
    }

    private BillItem item(String sum) {
        return bills.billed(actor, customer, sum).getFirst();
    }

    private static PostingId done(Posted posted) {
        assertThat(posted).isInstanceOf(Done.class);
        return ((Done) posted).posting();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 57, 20261130})
    void whatever_is_posted_in_whatever_order_the_ledger_balances_and_agrees_with_a_plain_count(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BillItem> items = bills.billed(actor, customer, "10.00", "0.01", "333.33");
        Map<UUID, Money> held = new HashMap<>();
        Map<UUID, Money> adjusted = new HashMap<>();
        List<Posting> standing = new ArrayList<>();
        Map<String, Posted> answers = new HashMap<>();
        Map<PostingId, String> keys = new HashMap<>();
        for (int n = 0; n < 150; n++) {
            BillItem item = items.get(random.nextInt(items.size()));
            Money sum = random.nextInt(3) == 0
                    ? item.sum()
                    : Money.ofMinor(item.sum().getCurrencyUnit(), random.nextInt(-2, 1200));
            String key = key();
            Posted posted = switch (random.nextInt(4)) {
                case 0 -> billing.hold(actor, key, item.id(), sum);
                case 1 -> billing.release(actor, key, item.id(), sum);
                case 2 -> billing.adjust(actor, key, item.id(), sum);
                default ->
                    standing.isEmpty()
                            ? new Refused(Reason.ABSENT)
                            : billing.reverse(
                                    actor,
                                    key,
                                    standing.get(random.nextInt(standing.size()))
                                            .id());
            };
            answers.put(key, posted);
            if (!standing.isEmpty() && random.nextInt(4) == 0) {
                again(standing.get(random.nextInt(standing.size())), keys);
            }
            if (posted instanceof Done(PostingId id)) {
                keys.put(id, key);
                Posting one = billing
                        .postings(actor, items.stream().map(BillItem::id).toList())
                        .stream()
                        .filter(other -> other.id().equals(id))
                        .findFirst()
                        .orElseThrow();
                standing.add(one);
                count(one, held, adjusted);
            }
            agrees(items, held, adjusted);
        }
        assertThat(answers.values()).hasAtLeastOneElementOfType(Done.class).hasAtLeastOneElementOfType(Refused.class);
        balanced(items);
    }

    /** Whoever did not hear the answer asks once more: it is the same posting. */
    private void again(Posting one, Map<PostingId, String> keys) {
        String key = keys.getOrDefault(one.id(), "");
        PostingId reverses = one.reverses();
        Posted same = switch (one.kind()) {
            case HOLD -> billing.hold(actor, key, one.item(), one.amount());
            case RELEASE -> billing.release(actor, key, one.item(), one.amount());
            case ADJUST -> billing.adjust(actor, key, one.item(), one.amount());
            case REVERSE -> billing.reverse(actor, key, Objects.requireNonNull(reverses));
        };
        assertThat(same).isEqualTo(new Done(one.id()));
    }

    /** What the lines of a posting come to. */
    private static void count(Posting one, Map<UUID, Money> held, Map<UUID, Money> adjusted) {
        for (Posting.Line line : one.lines()) {
            switch (line.account()) {
                case DISPUTED -> held.merge(one.item().value(), line.amount(), Money::plus);
                case ADJUSTMENT -> adjusted.merge(one.item().value(), line.amount(), Money::plus);
                case RECEIVABLE -> {}
            }
        }
    }

    private void agrees(List<BillItem> items, Map<UUID, Money> held, Map<UUID, Money> adjusted) {
        for (BillItem item : items) {
            BillItem now = bills.now(actor, item.id());
            Money zero = Money.zero(item.sum().getCurrencyUnit());
            assertThat(now.held()).isEqualTo(held.getOrDefault(item.id().value(), zero));
            assertThat(now.adjusted()).isEqualTo(adjusted.getOrDefault(item.id().value(), zero));
            assertThat(now.dunnable().isNegative()).isFalse();
            assertThat(now.held().isNegative() || now.adjusted().isNegative()).isFalse();
        }
    }

    private void balanced(List<BillItem> items) {
        for (Posting posting :
                billing.postings(actor, items.stream().map(BillItem::id).toList())) {
            assertThat(posting.lines()).hasSize(2);
            assertThat(posting.lines().stream()
                            .map(Posting.Line::amount)
                            .reduce(Money.zero(CurrencyUnit.of("CNY")), Money::plus)
                            .isZero())
                    .isTrue();
        }
    }

    @Test
    void the_same_key_posts_once_and_means_one_thing() {
        BillItem item = item("10.00");
        PostingId first = done(billing.hold(actor, "k", item.id(), yuan("10.00")));
        assertThat(billing.hold(actor, "k", item.id(), yuan("10.00"))).isEqualTo(new Done(first));
        assertThat(billing.release(actor, "k", item.id(), yuan("10.00"))).isEqualTo(new Refused(Reason.KEY));
        assertThat(billing.hold(actor, "k", item.id(), yuan("9.00"))).isEqualTo(new Refused(Reason.KEY));
        PostingId back = done(billing.reverse(actor, "r", first));
        assertThat(billing.reverse(actor, "r", first)).isEqualTo(new Done(back));
        assertThat(billing.postings(actor, List.of(item.id()))).hasSize(2);
    }

    /** Kill Bill #415, #1007: one item was adjusted twice through two ways. */
    @Test
    void an_item_is_not_adjusted_twice_whatever_the_way() {
        BillItem item = item("10.00");
        done(billing.adjust(actor, key(), item.id(), yuan("4.00")));
        assertThat(billing.adjust(actor, key(), item.id(), yuan("1.00"))).isEqualTo(new Refused(Reason.ADJUSTED));
        assertThatThrownBy(() -> raw(item, "ADJUST", "1.00", "ADJUSTMENT", "RECEIVABLE"))
                .hasMessageContaining("adjusted already");
        assertThat(bills.now(actor, item.id()).adjusted()).isEqualTo(yuan("4.00"));
    }

    @Test
    void of_two_adjustments_at_the_same_instant_one_wins() throws Exception {
        for (int round = 0; round < 8; round++) {
            BillItem item = item("10.00");
            List<Callable<Posted>> both = List.of(
                    () -> billing.adjust(actor, key(), item.id(), yuan("6.00")),
                    () -> billing.adjust(actor, key(), item.id(), yuan("7.00")));
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Posted> results =
                        threads.invokeAll(both).stream().map(Future::resultNow).toList();
                assertThat(results).filteredOn(Done.class::isInstance).hasSize(1);
            }
            assertThat(billing.postings(actor, List.of(item.id()))).hasSize(1);
        }
    }

    @Test
    void the_same_key_at_the_same_instant_posts_once() throws Exception {
        BillItem item = item("10.00");
        Callable<Posted> one = () -> billing.hold(actor, "same", item.id(), yuan("10.00"));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Set<Posted> results = threads.invokeAll(List.of(one, one)).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());
            assertThat(results).hasSize(1).allMatch(Done.class::isInstance);
        }
        assertThat(billing.postings(actor, List.of(item.id()))).hasSize(1);
    }

    /** Kill Bill #1949: a wrong adjustment could not be undone. */
    @Test
    void a_wrong_adjustment_is_taken_back_once_and_a_reversal_is_not_reversed() {
        BillItem item = item("10.00");
        PostingId wrong = done(billing.adjust(actor, key(), item.id(), yuan("10.00")));
        PostingId back = done(billing.reverse(actor, key(), wrong));
        assertThat(bills.now(actor, item.id()).free()).isTrue();
        assertThat(billing.reverse(actor, key(), wrong)).isEqualTo(new Refused(Reason.REVERSED));
        assertThat(billing.reverse(actor, key(), back)).isEqualTo(new Refused(Reason.REVERSAL));
        done(billing.adjust(actor, key(), item.id(), yuan("3.00")));
        assertThat(bills.now(actor, item.id()).dunnable()).isEqualTo(yuan("7.00"));
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into dispute.posting (bureau, id, key, kind, item, amount, reverses, posted_by, posted_at)
                                select bureau, gen_random_uuid(), 'raw', 'REVERSE', item, amount, id, posted_by, posted_at
                                  from dispute.posting where bureau = ? and id = ?
                                """)
                        .params(actor.bureau().value(), back.value())
                        .update())
                .as("the database refuses it as well")
                .hasMessageContaining("posting");
    }

    private void raw(BillItem item, String kind, String sum, String debit, String credit) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            UUID id = UUID.randomUUID();
            jdbc.sql("""
                            insert into dispute.posting (bureau, id, key, kind, item, amount, posted_by, posted_at)
                            values (?, ?, ?, ?, ?, ?::numeric, ?, now())
                            """)
                    .params(
                            actor.bureau().value(),
                            id,
                            key(),
                            kind,
                            item.id().value(),
                            sum,
                            actor.staff().value())
                    .update();
            line(id, 1, debit, sum);
            line(id, 2, credit, "-" + sum);
        });
    }

    private void line(UUID posting, int seq, String account, String sum) {
        jdbc.sql("insert into dispute.line (bureau, posting, seq, account, amount) values (?, ?, ?, ?, ?::numeric)")
                .params(actor.bureau().value(), posting, seq, account, sum)
                .update();
    }

    @Test
    void the_database_refuses_what_does_not_balance_goes_too_far_or_is_changed() {
        BillItem item = item("10.00");
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    UUID id = UUID.randomUUID();
                    jdbc.sql("""
                                    insert into dispute.posting (bureau, id, key, kind, item, amount, posted_by, posted_at)
                                    values (?, ?, 'x', 'HOLD', ?, 5, ?, now())
                                    """)
                            .params(
                                    actor.bureau().value(),
                                    id,
                                    item.id().value(),
                                    actor.staff().value())
                            .update();
                    line(id, 1, "DISPUTED", "5");
                    line(id, 2, "RECEIVABLE", "-4");
                }))
                .hasStackTraceContaining("two lines that balance");
        assertThatThrownBy(() -> raw(item, "HOLD", "10.01", "DISPUTED", "RECEIVABLE"))
                .hasStackTraceContaining("item");
        assertThatThrownBy(() -> raw(item, "ADJUST", "10.01", "ADJUSTMENT", "RECEIVABLE"))
                .hasStackTraceContaining("item");
        PostingId posting = done(billing.hold(actor, key(), item.id(), yuan("10.00")));
        for (String sql : List.of(
                "update dispute.posting set amount = 1 where bureau = ? and id = ?",
                "delete from dispute.posting where bureau = ? and id = ?",
                "update dispute.line set amount = 1 where bureau = ? and posting = ?",
                "delete from dispute.line where bureau = ? and posting = ?")) {
            assertThatThrownBy(() -> jdbc.sql(sql)
                            .params(actor.bureau().value(), posting.value())
                            .update())
                    .as(sql)
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> jdbc.sql("update dispute.item set held = 0 where bureau = ? and id = ?")
                        .params(actor.bureau().value(), item.id().value())
                        .update())
                .hasMessageContaining("lines of the ledger alone");
        assertThat(bills.now(actor, item.id()).held()).isEqualTo(yuan("10.00"));
    }

    /** Kill Bill #154: an adjusted item was billed again. */
    @Test
    void an_adjusted_item_is_not_billed_again() {
        NewBill first = made(customer, "5.00");
        BillId bill = book.enter(actor, first);
        BillItem item = billing.items(actor, bill, 0, 9).getFirst();
        done(billing.adjust(actor, key(), item.id(), yuan("2.00")));
        NewBill again = new NewBill(customer, "NEXT-" + key(), first.month(), first.issuedOn(), first.items());
        assertThatThrownBy(() -> book.enter(actor, again)).hasMessageContaining("bill.twice");
    }

    /** What the customer is asked for, all bills together. */
    private Money asked() {
        return billing.bills(actor, customer, 9).stream()
                .map(bill -> billing.sums(actor, bill.id()).orElseThrow().dunnable())
                .reduce(yuan("0.00"), Money::plus);
    }

    @Test
    void an_adjustment_relieves_the_customer_once_whatever_is_billed_later() {
        BillItem item = bills.billed(actor, customer, "10.00", "90.00").getFirst();
        done(billing.hold(actor, key(), item.id(), yuan("10.00")));
        assertThat(asked()).isEqualTo(yuan("90.00"));
        done(billing.release(actor, key(), item.id(), yuan("10.00")));
        done(billing.adjust(actor, key(), item.id(), yuan("10.00")));
        assertThat(asked()).isEqualTo(yuan("90.00"));
        BillId next = book.enter(actor, made(customer, "100.00"));
        assertThat(billing.sums(actor, next).orElseThrow().total()).isEqualTo(yuan("100.00"));
        assertThat(asked()).isEqualTo(yuan("190.00"));
    }

    @Test
    void a_decision_taken_back_charges_nothing_while_its_item_is_held() {
        BillItem item = bills.billed(actor, customer, "10.00", "90.00").getFirst();
        PostingId wrong = done(billing.adjust(actor, key(), item.id(), yuan("10.00")));
        book.enter(actor, made(customer, "100.00"));
        done(billing.reverse(actor, key(), wrong));
        done(billing.hold(actor, key(), item.id(), yuan("10.00")));
        BillId third = book.enter(actor, made(customer, "100.00"));
        assertThat(billing.sums(actor, third).orElseThrow())
                .isEqualTo(new Bill.Sums(yuan("100.00"), yuan("0.00"), yuan("0.00")));
        assertThat(asked()).isEqualTo(yuan("290.00"));
        done(billing.release(actor, key(), item.id(), yuan("10.00")));
        assertThat(asked()).as("owed after all, once").isEqualTo(yuan("300.00"));
    }

    @Test
    void the_items_of_a_bill_come_page_by_page_in_their_order() {
        BillId bill = bills.billed(actor, customer, "1.00", "2.00", "3.00", "4.00", "5.00")
                .getFirst()
                .bill();
        List<BillItem> first = billing.items(actor, bill, 0, 2);
        assertThat(first).extracting(BillItem::sum).containsExactly(yuan("1.00"), yuan("2.00"));
        assertThat(billing.items(actor, bill, first.getLast().place(), 9))
                .extracting(BillItem::sum)
                .containsExactly(yuan("3.00"), yuan("4.00"), yuan("5.00"));
        assertThat(billing.items(actor, bill, 5, 9)).isEmpty();
        assertThat(billing.customers(actor, List.of(bill, bill))).isEqualTo(Map.of(bill, customer));
    }

    private NewBill made(CustomerId of, String sum) {
        String number = key();
        return new NewBill(
                of,
                number,
                YearMonth.of(2026, 10),
                LocalDate.of(2026, 11, 1),
                List.of(new NewBill.Item(
                        "src-" + number,
                        Instant.parse("2026-10-03T02:00:00Z"),
                        ItemKind.DATA,
                        "流量",
                        null,
                        null,
                        2048L,
                        yuan(sum))));
    }

    @Test
    void bills_with_sums_of_nothing_negative_foreign_or_without_items_are_refused() {
        for (Money sum : List.of(yuan("0.00"), yuan("-1.00"), Money.parse("USD 3.00"))) {
            NewBill bill = made(customer, "1.00");
            NewBill.Item item = bill.items().getFirst();
            NewBill wrong = new NewBill(
                    customer,
                    bill.number(),
                    bill.month(),
                    bill.issuedOn(),
                    List.of(new NewBill.Item(item.source(), item.at(), item.kind(), "x", null, null, null, sum)));
            assertThatThrownBy(() -> book.enter(actor, wrong))
                    .as(sum.toString())
                    .isInstanceOf(Problem.class);
        }
        NewBill bill = made(customer, "1.00");
        assertThatThrownBy(
                        () -> book.enter(actor, new NewBill(customer, "E", bill.month(), bill.issuedOn(), List.of())))
                .isInstanceOf(Problem.class);
        Actor agent = offices.hire(actor, Posts.AGENT, "he");
        assertThatThrownBy(() -> book.enter(agent, bill)).isInstanceOf(Problem.class);
    }

    @Test
    void another_bureau_sees_and_moves_nothing() {
        BillItem item = item("10.00");
        Actor stranger = offices.found();
        assertThat(billing.bills(stranger, customer, 5)).isEmpty();
        assertThat(billing.sums(stranger, item.bill())).isEmpty();
        assertThat(billing.items(stranger, item.bill(), 0, 9)).isEmpty();
        assertThat(billing.customers(stranger, List.of(item.bill()))).isEmpty();
        assertThat(billing.hold(stranger, key(), item.id(), yuan("1.00"))).isEqualTo(new Refused(Reason.ABSENT));
        PostingId posting = done(billing.hold(actor, key(), item.id(), yuan("1.00")));
        assertThat(billing.reverse(stranger, key(), posting)).isEqualTo(new Refused(Reason.ABSENT));
        assertThat(billing.postings(stranger, List.of(item.id()))).isEmpty();
    }
}
