package org.redress.desk.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.dispute.SomeBills.yuan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.dispute.ClaimResult.Done;
import org.redress.desk.dispute.ClaimResult.Refused;
import org.redress.desk.dispute.ClaimResult.Why;
import org.redress.desk.recovery.severity.Addend;
import org.redress.desk.recovery.severity.Severities;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Without;
import org.redress.ground.commitment.Attainments;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.commitment.Subject;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.party.Redactions;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S5.7")
class DisputesIT {

    @Autowired
    Disputes disputes;

    @Autowired
    ClaimDecisions decisions;

    @Autowired
    EvidenceWatch watch;

    @Autowired
    EvidenceClock clocks;

    @Autowired
    Severities severities;

    @Autowired
    Billing billing;

    @Autowired
    SomeBills bills;

    @Autowired
    Tickets tickets;

    @Autowired
    Commitments commitments;

    @Autowired
    Attainments attainments;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Offices offices;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Redactions redactions;

    @Autowired
    Trail trail;

    @Autowired
    BillsOnFile onFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private Actor command;
    private Bureau bureau;
    private Actor lin;
    private Actor office;
    private Actor gao;
    private Ticket ticket;
    private List<BillItem> items;

    @BeforeEach
    void open() {
        command = offices.found();
        bureau = bureaus.get(command.bureau());
        lin = offices.hire(command, Posts.AGENT, "lin");
        office = offices.hireElsewhere(command, Posts.AGENT, "office");
        gao = offices.hire(command, Posts.HEAD, "gao");
        ticket = bills.ticket(lin);
        items = bills.billed(command, SomeBills.customer(ticket), "12.50", "3.00", "40.00");
    }

    private Claim mark(int item, Reason reason) {
        ClaimResult result =
                disputes.mark(lin, ticket.id(), List.of(new Mark(items.get(item).id(), reason, "不是我打的")));
        return claim(((Done) result).claims().getFirst());
    }

    private Claim claim(ClaimId id) {
        return disputes.of(command, ticket.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Claim proved(Claim claim) {
        assertThat(disputes.prove(office, claim.id(), claim.version(), Evidence.Kind.CALL_RECORD, "话单齐全", "CDR-7"))
                .isInstanceOf(Done.class);
        return claim(claim.id());
    }

    private BillItem item(int place) {
        return bills.now(command, items.get(place).id());
    }

    private static Money granted(Claim claim) {
        return Objects.requireNonNull(Objects.requireNonNull(claim.decision()).granted());
    }

    @Test
    void marking_holds_the_sum_at_once_and_starts_the_limit_for_evidence() {
        Claim claim = mark(0, Reason.NOT_MADE);
        assertThat(item(0).held()).isEqualTo(yuan("12.50"));
        assertThat(item(0).dunnable()).isEqualTo(yuan("0.00"));
        assertThat(item(1).free()).isTrue();
        assertThat(claim.dueAt())
                .isBetween(
                        clock.instant().plus(Duration.ofDays(6)),
                        clock.instant().plus(Duration.ofDays(7)));
        assertThat(commitments.of(command, new Subject(Disputes.KIND, claim.id().value())))
                .singleElement()
                .satisfies(one -> assertThat(one.state(clock.instant())).isEqualTo(ClockState.OK));
        assertThat(trail.of(command, Disputes.KIND, claim.id().value(), 5))
                .extracting("deed")
                .containsExactly("dispute.mark");
        assertThat(billing.postings(command, List.of(claim.item()))).hasSize(1);
    }

    @Test
    @Tag("S5.1")
    void whoever_takes_a_contact_sees_what_was_billed_less_what_is_disputed() {
        mark(0, Reason.NOT_MADE);
        assertThat(onFile.of(lin, SomeBills.customer(ticket)).orElseThrow())
                .singleElement()
                .satisfies(bill -> assertThat(bill.sum()).isEqualTo(yuan("43.00")));
    }

    @Test
    void of_many_marked_items_all_are_held_or_none() {
        mark(1, Reason.TWICE);
        List<Mark> marks = List.of(
                new Mark(items.get(0).id(), Reason.TWICE, ""),
                new Mark(items.get(1).id(), Reason.TWICE, ""));
        assertThat(disputes.mark(lin, ticket.id(), marks)).isEqualTo(new Refused(Why.TAKEN));
        assertThat(item(0).free()).isTrue();
        assertThat(disputes.of(lin, ticket.id())).hasSize(1);
    }

    @Test
    @Tag("S4.3")
    void what_is_disputed_counts_for_how_severe_the_failure_is() {
        mark(0, Reason.NOT_MADE);
        mark(2, Reason.TWICE);
        deliveries.await(lin);

        assertThat(severities.of(lin, ticket.id()).addends())
                .contains(new Addend(Addend.What.MONEY, 1, "CNY 52.50", false));
    }

    @Test
    void only_items_of_this_customers_bills_on_a_ticket_about_a_bill() {
        Ticket other = bills.ticket(lin);
        List<Mark> marks = List.of(new Mark(items.get(0).id(), Reason.OTHER, ""));
        assertThat(disputes.mark(lin, other.id(), marks)).isEqualTo(new Refused(Why.FOREIGN));
        Ticket fault = bills.ticket(lin, TicketKind.FAULT, null);
        assertThat(disputes.mark(lin, fault.id(), marks)).isEqualTo(new Refused(Why.TICKET));
        assertThatThrownBy(() -> disputes.mark(lin, ticket.id(), List.of())).hasMessageContaining("dispute.none");
    }

    @Test
    void what_was_written_about_a_blacked_out_customers_items_cannot_be_read_any_more() {
        ClaimResult marked = disputes.mark(
                lin, ticket.id(), List.of(new Mark(items.getFirst().id(), Reason.NOT_MADE, "周女士那天不在家")));
        ClaimId id = ((Done) marked).claims().getFirst();
        disputes.prove(office, id, 1, Evidence.Kind.CALL_RECORD, "周女士家的话单", "周女士-7");
        assertThat(disputes.decideForCustomer(gao, id, 2, yuan("12.50"), "周女士说得对"))
                .isInstanceOf(Done.class);
        tickets.step(lin, ticket.id(), ticket.version(), Step.CANCEL, "已处理");
        deliveries.await(command);
        assertThat(telling()).containsExactlyInAnyOrder("claim", "evidence", "event", "event", "event");
        redactions.redact(
                offices.hire(command, Posts.GENERAL_MANAGER, "chief"), SomeBills.customer(ticket), "asked by letter");

        assertThat(telling()).isEmpty();
        Claim after = claim(id);
        assertThat(after.words()).isEqualTo("▇▇▇那天不在家");
        assertThat(Objects.requireNonNull(after.decision()).why()).isEqualTo("▇▇▇说得对");
        assertThat(granted(after)).isEqualTo(yuan("12.50"));
        for (String change : List.of("words = 'x'", "at = now(), words = '▇▇▇'", "what = 'PROVE'")) {
            assertThatThrownBy(() -> jdbc.sql("update dispute.claim_event set " + change + " where bureau = ?")
                            .param(command.bureau().value())
                            .update())
                    .as(change)
                    .hasMessageContaining("append-only");
        }
    }

    /** The texts of this room that still speak of the customer. */
    private List<String> telling() {
        return jdbc.sql("""
                        select 'claim' from dispute.claim t where bureau = :b and t::text ~ '周女士'
                        union all select 'evidence' from dispute.evidence t where bureau = :b and t::text ~ '周女士'
                        union all select 'event' from dispute.claim_event t where bureau = :b and t::text ~ '周女士'
                        """)
                .param("b", command.bureau().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void two_who_mark_the_same_item_at_once_dispute_it_once() throws Exception {
        Callable<ClaimResult> one = () ->
                disputes.mark(lin, ticket.id(), List.of(new Mark(items.get(2).id(), Reason.OTHER, "")));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<ClaimResult> results = threads.invokeAll(List.of(one, one)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(results).filteredOn(Done.class::isInstance).hasSize(1);
            assertThat(results).contains(new Refused(Why.TAKEN));
        }
        assertThat(disputes.of(lin, ticket.id())).hasSize(1);
    }

    @Test
    void without_evidence_nobody_decides_for_the_operator() {
        Claim claim = mark(0, Reason.NOT_MADE);
        assertThat(disputes.decideForOperator(gao, claim.id(), 1, "我认为是客户打的")).isEqualTo(new Refused(Why.NO_EVIDENCE));
        assertThat(disputes.decideForCustomer(gao, claim.id(), 1, yuan("5.00"), "各退一步"))
                .as("a part is as much as deciding for the operator")
                .isEqualTo(new Refused(Why.NO_EVIDENCE));
        assertThatThrownBy(() -> jdbc.sql("""
                                update dispute.claim set state = 'OPERATOR', why = 'x', decided_by = opened_by, decided_at = now()
                                 where bureau = ? and id = ?
                                """)
                        .params(command.bureau().value(), claim.id().value())
                        .update())
                .as("the database refuses it as well")
                .hasMessageContaining("claim_check");
        assertThat(claim(claim.id()).open()).isTrue();
    }

    @Test
    void with_evidence_it_is_owed_and_dunned_again_but_not_by_the_word_of_who_brought_it() {
        Claim claim = proved(mark(0, Reason.NOT_MADE));
        Actor leading = offices.hire(command, Posts.HEAD, "leading");
        disputes.prove(leading, claim.id(), claim.version(), Evidence.Kind.SWITCH_LOG, "交换机有记录", "SW-1");
        Claim twice = claim(claim.id());
        assertThat(disputes.decideForOperator(leading, claim.id(), twice.version(), "有记录"))
                .isEqualTo(new Refused(Why.SAME_PERSON));
        assertThat(disputes.decideForOperator(gao, claim.id(), twice.version(), "话单与交换机记录一致"))
                .isInstanceOf(Done.class);
        assertThat(claim(claim.id()).state()).isEqualTo(ClaimState.OPERATOR);
        assertThat(item(0).dunnable()).isEqualTo(yuan("12.50"));
        assertThat(disputes.decideForCustomer(gao, claim.id(), twice.version() + 1, null, "再想想"))
                .isEqualTo(new Refused(Why.DECIDED));
    }

    @Test
    void for_the_customer_the_hold_is_released_and_the_adjustment_posted() {
        Claim whole = mark(0, Reason.WRONG_PRICE);
        assertThat(disputes.decideForCustomer(lin, whole.id(), 1, null, "资费确实套错"))
                .isInstanceOf(Done.class);
        assertThat(item(0)).extracting("held", "adjusted").containsExactly(yuan("0.00"), yuan("12.50"));
        Claim part = proved(mark(2, Reason.WRONG_DURATION));
        assertThat(disputes.decideForCustomer(gao, part.id(), part.version(), yuan("15.50"), "多计十五元五角"))
                .isInstanceOf(Done.class);
        assertThat(item(2).dunnable()).isEqualTo(yuan("24.50"));
        assertThat(granted(claim(part.id()))).isEqualTo(yuan("15.50"));
        assertThat(billing.postings(command, List.of(part.item())))
                .extracting(Posting::kind)
                .containsExactly(Posting.Kind.HOLD, Posting.Kind.RELEASE, Posting.Kind.ADJUST);
        assertThat(disputes.mark(lin, ticket.id(), List.of(new Mark(part.item(), Reason.OTHER, ""))))
                .as("adjusted already")
                .isEqualTo(new Refused(Why.TAKEN));
    }

    @Test
    void theft_is_never_the_customers_to_pay() {
        Claim claim = proved(mark(2, Reason.THEFT));
        assertThat(disputes.decideForOperator(gao, claim.id(), claim.version(), "线路没问题"))
                .isEqualTo(new Refused(Why.THEFT));
        assertThat(disputes.decideForCustomer(gao, claim.id(), claim.version(), yuan("20.00"), "各半"))
                .isEqualTo(new Refused(Why.THEFT));
        assertThat(disputes.decideForCustomer(gao, claim.id(), claim.version(), null, "线路被人盗接"))
                .isInstanceOf(Done.class);
        assertThat(item(2).adjusted()).isEqualTo(yuan("40.00"));
    }

    @Test
    void what_turns_out_to_be_theft_becomes_it_and_that_it_was_none_must_be_shown() {
        Claim claim = mark(2, Reason.NOT_MADE);
        assertThat(disputes.recast(gao, claim.id(), 1, Reason.THEFT, "分线盒有私接")).isInstanceOf(Done.class);
        assertThat(disputes.recast(gao, claim.id(), 2, Reason.NOT_MADE, "又觉得不是"))
                .isEqualTo(new Refused(Why.NO_EVIDENCE));
        Claim shown = proved(claim(claim.id()));
        assertThat(disputes.recast(gao, claim.id(), shown.version(), Reason.NOT_MADE, "现场复核没有私接"))
                .isInstanceOf(Done.class);
        assertThat(disputes.events(gao, List.of(shown)))
                .extracting(ClaimEvent::what)
                .containsExactly(
                        ClaimEvent.What.MARK, ClaimEvent.What.RECAST, ClaimEvent.What.PROVE, ClaimEvent.What.RECAST);
    }

    @Test
    void a_limit_that_passes_without_evidence_decides_for_the_customer_once() {
        Claim claim = mark(0, Reason.NOT_MADE);
        Claim shown = proved(mark(1, Reason.NOT_MADE));
        bills.overdue(command, claim.id());
        bills.overdue(command, shown.id());
        assertThat(disputes.prove(office, claim.id(), 1, Evidence.Kind.CONTRACT, "有协议", "HT-1"))
                .isEqualTo(new Refused(Why.LIMIT_PASSED));
        assertThat(disputes.decideForCustomer(gao, claim.id(), 1, null, "我来")).isEqualTo(new Refused(Why.LIMIT_PASSED));
        watch.look(bureau);
        watch.look(bureau);
        Claim decided = claim(claim.id());
        assertThat(decided.state()).isEqualTo(ClaimState.CUSTOMER);
        assertThat(Objects.requireNonNull(decided.decision()).itself()).isTrue();
        assertThat(item(0).adjusted()).isEqualTo(yuan("12.50"));
        assertThat(claim(shown.id()).open()).isTrue();
        assertThat(billing.postings(command, List.of(claim.item()))).hasSize(3);
        assertThat(commitments.of(command, new Subject(Disputes.KIND, claim.id().value())))
                .singleElement()
                .satisfies(one -> assertThat(one.state(clock.instant())).isEqualTo(ClockState.DONE_LATE));
        assertThat(disputes.takeBack(gao, claim.id(), decided.version(), "不算")).isEqualTo(new Refused(Why.ITSELF));
    }

    @Test
    void two_watchers_a_person_and_evidence_at_the_same_instant_come_to_one_outcome() throws Exception {
        for (int round = 0; round < 3; round++) {
            Claim claim = mark(round, Reason.NOT_MADE);
            bills.overdue(command, claim.id());
            List<Callable<Object>> all = List.of(
                    () -> watch.look(bureau),
                    () -> watch.look(bureau),
                    () -> disputes.prove(office, claim.id(), 1, Evidence.Kind.CALL_RECORD, "来了", "CDR"),
                    () -> disputes.decideForCustomer(gao, claim.id(), 1, null, "手快"));
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                for (Future<Object> one : threads.invokeAll(all)) {
                    assertThat(one.resultNow()).isNotInstanceOf(Done.class);
                }
            }
            watch.look(bureau);
            assertThat(claim(claim.id()).state()).isEqualTo(ClaimState.CUSTOMER);
            assertThat(billing.postings(command, List.of(claim.item())))
                    .extracting(Posting::kind)
                    .containsExactly(Posting.Kind.HOLD, Posting.Kind.RELEASE, Posting.Kind.ADJUST);
            assertThat(disputes.events(command, List.of(claim)))
                    .filteredOn(event -> event.what() == ClaimEvent.What.EXPIRE)
                    .hasSize(1);
        }
    }

    @Test
    void evidence_in_time_and_a_decision_at_the_same_instant_come_to_one_outcome() throws Exception {
        Claim claim = mark(0, Reason.NOT_MADE);
        List<Callable<ClaimResult>> both = List.of(
                () -> disputes.prove(office, claim.id(), 1, Evidence.Kind.CALL_RECORD, "来了", "CDR"),
                () -> disputes.decideForCustomer(gao, claim.id(), 1, null, "手快"));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(both).stream().map(Future::resultNow).toList())
                    .filteredOn(Done.class::isInstance)
                    .hasSize(1);
        }
        assertThat(claim(claim.id()).version()).isEqualTo(2);
    }

    @Test
    void a_watch_that_is_killed_in_the_middle_leaves_nothing_and_goes_on_after_a_restart() {
        Claim claim = mark(0, Reason.NOT_MADE);
        bills.overdue(command, claim.id());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(decisions.expire(command, claim.id())).isTrue();
            status.setRollbackOnly();
        });
        assertThat(claim(claim.id()).open()).isTrue();
        assertThat(item(0).held()).isEqualTo(yuan("12.50"));
        watch.look(bureau);
        assertThat(claim(claim.id()).state()).isEqualTo(ClaimState.CUSTOMER);
    }

    @Test
    void records_that_were_deleted_meanwhile_prove_nothing_and_a_later_complaint_is_for_a_person() {
        Instant half = clock.instant().minus(Duration.ofDays(200));
        Ticket early = bills.ticket(lin, TicketKind.BILL_DISPUTE, half.plus(Duration.ofDays(20)));
        BillItem old =
                bills.billed(command, SomeBills.customer(early), half, "9.00").getFirst();
        disputes.mark(lin, early.id(), List.of(new Mark(old.id(), Reason.NOT_MADE, "")));
        Claim gone = disputes.of(lin, early.id()).getFirst();
        assertThat(gone.records(clock.instant().atZone(lin.zone()).toLocalDate()))
                .isEqualTo(Claim.Records.GONE);

        Ticket tooLate = bills.ticket(lin);
        BillItem older =
                bills.billed(command, SomeBills.customer(tooLate), half, "9.00").getFirst();
        disputes.mark(lin, tooLate.id(), List.of(new Mark(older.id(), Reason.NOT_MADE, "")));
        Claim late = disputes.of(lin, tooLate.id()).getFirst();
        assertThat(late.late()).isTrue();
        bills.overdue(command, gone.id());
        bills.overdue(command, late.id());
        watch.look(bureau);
        assertThat(disputes.of(lin, early.id()).getFirst().state()).isEqualTo(ClaimState.CUSTOMER);
        assertThat(disputes.of(lin, tooLate.id()).getFirst().open()).isTrue();
        assertThat(disputes.decideForOperator(gao, late.id(), late.version(), "话单按规定已删，客户当时已缴费"))
                .as("a person decides, with reasons")
                .isInstanceOf(Done.class);
    }

    @Test
    void a_wrong_decision_is_taken_back_with_what_was_posted_and_decided_anew() {
        Claim claim = proved(mark(2, Reason.WRONG_PRICE));
        disputes.decideForCustomer(gao, claim.id(), claim.version(), null, "看错了");
        Claim wrong = claim(claim.id());
        assertThatThrownBy(() -> disputes.takeBack(lin, claim.id(), wrong.version(), "我来改"))
                .isInstanceOf(Problem.class);
        assertThat(disputes.takeBack(gao, claim.id(), wrong.version(), "原认定看错账期"))
                .isInstanceOf(Done.class);
        assertThat(item(2)).extracting("held", "adjusted").containsExactly(yuan("40.00"), yuan("0.00"));
        Claim again = claim(claim.id());
        assertThat(again.open()).isTrue();
        assertThat(disputes.decideForOperator(gao, claim.id(), again.version(), "资费无误"))
                .isInstanceOf(Done.class);
        assertThat(item(2).dunnable()).isEqualTo(yuan("40.00"));
    }

    @Test
    void taking_back_a_decision_gives_no_second_limit_for_evidence() {
        Claim claim = mark(0, Reason.WRONG_PRICE);
        disputes.decideForCustomer(gao, claim.id(), 1, null, "先退");
        bills.overdue(command, claim.id());
        assertThat(disputes.takeBack(gao, claim.id(), 2, "再查")).isInstanceOf(Done.class);
        assertThat(disputes.prove(office, claim.id(), 3, Evidence.Kind.OTHER, "现在有了", "X"))
                .isEqualTo(new Refused(Why.LIMIT_PASSED));
        watch.look(bureau);
        assertThat(claim(claim.id()).state()).isEqualTo(ClaimState.CUSTOMER);
    }

    @Test
    void the_ticket_closes_only_when_each_item_is_decided() {
        Claim claim = mark(0, Reason.NOT_MADE);
        Ticket now = done(tickets.answer(lin, ticket.id(), ticket.version(), Channel.HOT_LINE, "正在查。"));
        now = done(tickets.settle(lin, now.id(), now.version(), "查话单。"));
        now = done(tickets.step(lin, now.id(), now.version(), Step.RESOLVE, null));
        StepResult refused = tickets.close(lin, now.id(), now.version(), Without.NOTHING);
        assertThat(((StepResult.Refused) refused).reasons()).contains("dispute.closing.open");
        disputes.decideForCustomer(lin, claim.id(), 1, null, "查无此话单");
        assertThat(((StepResult.Refused) tickets.close(lin, now.id(), now.version(), Without.NOTHING)).reasons())
                .doesNotContain("dispute.closing.open");
    }

    private static Ticket done(StepResult result) {
        return ((StepResult.Done) result).ticket();
    }

    @Test
    void a_matter_that_is_taken_back_lets_go_what_it_held() {
        Claim claim = mark(0, Reason.NOT_MADE);
        done(tickets.step(lin, ticket.id(), ticket.version(), Step.CANCEL, "客户说想起来了"));
        deliveries.await(command);
        assertThat(claim(claim.id()).state()).isEqualTo(ClaimState.WITHDRAWN);
        assertThat(item(0).dunnable()).isEqualTo(yuan("12.50"));
        assertThat(commitments.of(command, new Subject(Disputes.KIND, claim.id().value())))
                .singleElement()
                .satisfies(one -> assertThat(one.state(clock.instant())).isEqualTo(ClockState.CANCELLED));
    }

    @Test
    void a_limit_that_has_passed_is_not_undone_by_ending_the_matter() {
        Claim claim = mark(0, Reason.NOT_MADE);
        bills.overdue(command, claim.id());
        jdbc.sql("update ticket.ticket set state = 'acknowledged' where bureau = ? and id = ?")
                .params(bureau.id().value(), ticket.id().value())
                .update();
        assertThat(tickets.step(lin, ticket.id(), ticket.version(), Step.REJECT, "不归我们管"))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly("dispute.closing.open"));
        done(tickets.step(lin, ticket.id(), ticket.version(), Step.CANCEL, "客户说想起来了"));
        deliveries.await(command);
        assertThat(claim(claim.id()).state()).isEqualTo(ClaimState.CUSTOMER);
        assertThat(item(0).dunnable()).isEqualTo(yuan("0.00"));
    }

    @Test
    void sums_that_cannot_be_and_reasons_that_are_missing_are_refused() {
        Claim claim = proved(mark(0, Reason.OTHER));
        for (Money sum : List.of(yuan("0.00"), yuan("-1.00"), yuan("12.51"), Money.parse("USD 1.00"))) {
            assertThatThrownBy(() -> disputes.decideForCustomer(gao, claim.id(), claim.version(), sum, "退"))
                    .as(sum.toString())
                    .isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> disputes.decideForCustomer(gao, claim.id(), claim.version(), null, " "))
                .hasMessageContaining("dispute.missing");
        assertThatThrownBy(() -> disputes.prove(office, claim.id(), claim.version(), Evidence.Kind.OTHER, "有", " "))
                .hasMessageContaining("dispute.missing");
        assertThat(disputes.decideForCustomer(gao, claim.id(), 1, null, "旧版本")).isEqualTo(new Refused(Why.MOVED));
    }

    @Test
    void another_unit_brings_evidence_and_decides_nothing_and_another_bureau_sees_nothing() {
        Claim claim = proved(mark(0, Reason.NOT_MADE));
        Actor he = offices.hireElsewhere(command, Posts.AGENT, "he");
        assertThatThrownBy(() -> disputes.decideForCustomer(he, claim.id(), claim.version(), null, "退"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> disputes.mark(
                        he, ticket.id(), List.of(new Mark(items.get(1).id(), Reason.OTHER, ""))))
                .isInstanceOf(Problem.class);
        Actor stranger = offices.found();
        assertThatThrownBy(() -> disputes.of(stranger, ticket.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> disputes.decideForCustomer(stranger, claim.id(), claim.version(), null, "退"))
                .isInstanceOf(Problem.class);
        assertThat(disputes.open(stranger, null, null, 9)).isEmpty();
    }

    @Test
    void late_evidence_is_the_matter_of_whoever_answers_for_the_ticket() {
        Claim claim = mark(0, Reason.NOT_MADE);
        assertThat(clocks.matters(command.bureau(), List.of(claim.id().value())))
                .hasEntrySatisfying(claim.id().value(), matter -> {
                    assertThat(matter.responsible()).isEqualTo(lin.staff());
                    assertThat(matter.number()).isEqualTo(ticket.number().toString());
                    assertThat(matter.path())
                            .isEqualTo("/disputes/" + ticket.id().value());
                });
        assertThat(clocks.matters(offices.found().bureau(), List.of(claim.id().value())))
                .isEmpty();
    }

    @Test
    void open_items_are_listed_by_their_limit_and_can_be_promised() {
        List<ClaimId> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(mark(i, Reason.OTHER).id());
        }
        List<Claim> first = disputes.open(lin, null, null, 2);
        assertThat(first).hasSize(2);
        List<Claim> rest =
                disputes.open(lin, first.getLast().dueAt(), first.getLast().id().value(), 2);
        assertThat(rest).hasSize(1);
        assertThat(List.of(first.get(0).id(), first.get(1).id(), rest.getFirst().id()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(attainments.measures(command)).extracting("rule").contains("dispute.evidence");
    }
}
