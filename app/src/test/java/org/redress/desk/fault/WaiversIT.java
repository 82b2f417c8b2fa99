package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.fault.FaultsIT.done;
import static org.redress.desk.fault.FaultsIT.opened;
import static org.redress.desk.fault.FaultsIT.race;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.recovery.Remedies;
import org.redress.desk.recovery.Remedy;
import org.redress.desk.recovery.RemedyKind;
import org.redress.desk.recovery.RentOfTime;
import org.redress.desk.recovery.severity.Addend;
import org.redress.desk.recovery.severity.Severities;
import org.redress.desk.recovery.severity.Severity;
import org.redress.desk.ticket.Attribution;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Diagnosis;
import org.redress.desk.ticket.FailureKind;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.ClockLate;
import org.redress.ground.commitment.LateHeard;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.party.Consents;
import org.redress.ground.party.Customers;
import org.redress.ground.party.ReachPoint;
import org.redress.ground.party.Redactions;
import org.redress.platform.database.Moments;
import org.redress.platform.jobs.Outbox;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RedressIT
@Tag("S5.6")
class WaiversIT {

    private static final Duration LATE = Duration.ofHours(50);

    @Autowired
    Severities severities;

    @Autowired
    Faults faults;

    @Autowired
    Waivers waivers;

    @Autowired
    FaultFiles files;

    @Autowired
    Outages outages;

    @Autowired
    LineBook book;

    @Autowired
    Remedies remedies;

    @Autowired
    Tickets tickets;

    @Autowired
    LateHeard late;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Outbox outbox;

    @Autowired
    Customers customers;

    @Autowired
    Consents consents;

    @Autowired
    Redactions redactions;

    @Autowired
    StepRows steps;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    java.time.Clock time;

    private RepairOffice all;

    @BeforeEach
    void open() {
        all = new RepairOffice(bureaus, staff, actors, customers, book);
    }

    @Test
    @Tag("S4.3")
    void hours_without_service_count_for_how_severe_it_is_until_the_line_works_again() {
        Fault fault = report(all.fixed, Duration.ofHours(50));
        deliveries.await(all.command);
        Severity gone = severities.of(all.lin, fault.ticket());
        assertThat(gone.addends()).contains(new Addend(Addend.What.HOURS, 12, "50", false));
        assertThat(gone.growing()).isTrue();

        restored(fault, FaultCause.CABLE);

        assertThat(severities.of(all.lin, fault.ticket()).growing()).isFalse();
    }

    @Test
    @Tag("S4.3")
    void in_an_outage_the_hours_without_service_count_from_its_begin_however_late_the_customer_calls() {
        Instant now = time.instant();
        outages.declare(
                all.zheng,
                RepairOffice.EXCHANGE,
                "光缆被挖断",
                now.minus(Duration.ofHours(72)),
                now.plus(Duration.ofHours(2)),
                List.of());
        Fault called = report(all.fixed, Duration.ZERO);
        deliveries.await(all.command);

        assertThat(severities.of(all.lin, called.ticket()).addends())
                .contains(new Addend(Addend.What.HOURS, 18, "72", false));
    }

    private Fault report(Line line, Duration ago) {
        return opened(faults.report(all.lin, all.wish(line, time.instant().minus(ago), null, false)));
    }

    private Fault restored(Fault fault, FaultCause cause) {
        done(faults.accept(all.he, fault.id()));
        Fault restored = done(faults.restore(all.he, fault.id(), cause, "查修完毕"));
        deliveries.await(all.command);
        return restored;
    }

    private Waiver waiver(Fault fault) {
        return waivers.find(all.lin, fault.id()).orElseThrow();
    }

    private List<Remedy> given(Fault fault) {
        return remedies.of(all.lin, List.of(fault.ticket())).getOrDefault(fault.ticket(), List.of());
    }

    private List<String> told(Fault fault, String code) {
        return jdbc.sql("select address from notification.message where bureau = ? and code = ? and subject = ?")
                .params(all.command.bureau().value(), code, fault.id().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void on_a_breach_the_customer_is_told_once_and_at_the_restoration_the_rent_is_waived_by_itself() {
        Fault fault = report(all.fixed, LATE);
        late.look(all.command);
        late.look(all.command);

        assertThat(told(fault, "repair.late")).containsExactly("+8613812342046");
        assertThat(waiver(fault).waived()).isTrue();
        assertThat(waiver(fault).told()).isTrue();
        assertThat(given(fault)).as("nothing before it works again").isEmpty();
        Fault restored = restored(fault, FaultCause.CABLE);

        Money sum = RentOfTime.of(
                RepairOffice.RENT,
                fault.reported().at(),
                Objects.requireNonNull(restored.work().restoredAt()),
                all.command.zone());
        assertThat(given(fault))
                .singleElement()
                .returns(RemedyKind.RENT_WAIVER, Remedy::kind)
                .returns(sum, Remedy::sum)
                .returns(Staff.COMMAND, Remedy::givenBy)
                .returns(true, Remedy::stands);
        assertThat(sum.isPositive()).isTrue();
        assertThat(told(fault, "repair.waived")).hasSize(1);
        assertThat(restored.due().late()).isTrue();
    }

    @Test
    void a_repair_in_time_waives_nothing_and_tells_nobody() {
        Fault fault = report(all.fixed, Duration.ofHours(47));
        Fault country = report(all.rural, LATE);
        late.look(all.command);
        restored(fault, FaultCause.CABLE);
        restored(country, FaultCause.CABLE);

        for (Fault one : List.of(fault, country)) {
            assertThat(waivers.find(all.lin, one.id())).isEmpty();
            assertThat(given(one)).isEmpty();
            assertThat(told(one, "repair.late")).isEmpty();
        }
    }

    @Test
    void a_message_that_comes_twice_or_after_a_restart_waives_once() {
        Fault fault = report(all.fixed, LATE);
        late.look(all.command);
        restored(fault, FaultCause.NON_CABLE);
        String breach = new ClockLateAgain(fault).json();
        String moved = FaultMoved.of(
                        fault,
                        new RepairEvent(
                                fault.id(), RepairStep.RESTORE, fault.unit(), null, "", all.he.staff(), time.instant()))
                .json();
        for (int again = 0; again < 2; again++) {
            outbox.add(all.command.bureau().value(), ClockLate.TOPIC, breach);
            outbox.add(all.command.bureau().value(), FaultMoved.TOPIC, moved);
        }
        deliveries.await(all.command);

        assertThat(given(fault)).hasSize(1);
        assertThat(told(fault, "repair.late")).hasSize(1);
        assertThat(told(fault, "repair.waived")).hasSize(1);
    }

    /** The message of a breach, as it was. */
    private record ClockLateAgain(Fault fault) {
        String json() {
            return "{\"clock\":\"%s\",\"kind\":\"fault\",\"subject\":\"%s\",\"name\":\"fault.repair\",\"since\":\"2026-11-20T00:00:00Z\"}"
                    .formatted(java.util.UUID.randomUUID(), fault.id().value());
        }
    }

    @Test
    void two_who_keep_the_promise_at_once_keep_it_once() throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        for (int round = 0; round < 4; round++) {
            Line line = book.enter(all.command, all.line("0571-8200 330" + round, Service.FIXED, Area.URBAN));
            Fault fault = report(line, LATE);
            done(faults.accept(all.he, fault.id()));
            done(faults.restore(all.he, fault.id(), FaultCause.CABLE, "好了"));
            race(() -> keep(transaction, fault), () -> keep(transaction, fault));
            deliveries.await(all.command);
            assertThat(given(fault)).hasSize(1);
            assertThat(waiver(fault).entered()).hasSize(1);
            assertThat(told(fault, "repair.waived")).hasSize(1);
        }
    }

    private Boolean keep(TransactionTemplate transaction, Fault fault) {
        return transaction.execute(status -> {
            waivers.keep(all.command, fault.id(), true);
            return true;
        });
    }

    @Test
    void a_late_repair_that_nobody_had_looked_at_is_waived_all_the_same() {
        Fault fault = report(all.fixed, LATE);
        restored(fault, FaultCause.CABLE);
        deliveries.await(all.command);

        assertThat(given(fault)).hasSize(1);
        assertThat(told(fault, "repair.waived")).hasSize(1);
    }

    @Test
    void where_the_customer_is_known_to_be_at_fault_nothing_is_waived_and_the_reason_stays() {
        Fault own = report(all.fixed, LATE.minusHours(3));
        done(faults.accept(all.he, own.id()));
        done(faults.fail(all.he, own.id(), FaultCause.OWN_EQUIPMENT, "话机损坏，客户要自己换"));
        Fault doing = report(all.broadband, LATE.minusHours(3));
        tickets.classify(
                all.lin,
                doing.ticket(),
                tickets.get(all.lin, doing.ticket()).version(),
                "no-service",
                new Diagnosis(FailureKind.OUTCOME, "线路测试", Attribution.CUSTOMER, "客户自己剪断了线"));
        for (Fault one : List.of(own, doing)) {
            jdbc.sql("""
                            update commitment.clock set started_at = started_at - interval '5 hours', due_at = due_at - interval '5 hours',
                                   warn_at = warn_at - interval '5 hours', next_at = now() - interval '1 second'
                             where bureau = ? and subject = ?
                            """).params(all.command.bureau().value(), one.id().value()).update();
        }
        late.look(all.command);
        late.look(all.command);

        assertThat(waiver(own).why()).isEqualTo(Waiver.WhyNot.OWN_EQUIPMENT);
        assertThat(waiver(doing).why()).isEqualTo(Waiver.WhyNot.CUSTOMERS_DOING);
        done(faults.send(all.lin, own.id(), all.he.unit(), "客户已换话机"));
        restored(own, FaultCause.OWN_EQUIPMENT);
        assertThat(given(own)).isEmpty();
        assertThat(told(own, "repair.late")).isEmpty();
        assertThat(told(own, "repair.waived")).isEmpty();
    }

    @Test
    void a_promise_that_was_made_stands_though_it_turns_out_to_be_the_customers_set() {
        Fault fault = report(all.fixed, LATE);
        late.look(all.command);
        restored(fault, FaultCause.OWN_EQUIPMENT);

        assertThat(waiver(fault).waived()).isTrue();
        assertThat(given(fault)).hasSize(1);
    }

    private void cancel(Fault fault) {
        tickets.step(
                all.lin, fault.ticket(), tickets.get(all.lin, fault.ticket()).version(), Step.CANCEL, "客户改用手机，不修了");
        deliveries.await(all.command);
        assertThat(faults.get(all.lin, fault.id()).state()).isEqualTo(RepairState.WITHDRAWN);
    }

    private RepairEvent withdrawal(Fault fault) {
        return steps.of(all.command.bureau(), fault.id()).getLast();
    }

    @Test
    void a_promise_that_was_made_is_kept_until_the_report_is_taken_back_and_once() {
        Fault fault = report(all.fixed, LATE);
        late.look(all.command);
        deliveries.await(all.command);
        assertThat(told(fault, "repair.late")).hasSize(1);
        cancel(fault);
        outbox.add(
                all.command.bureau().value(),
                FaultMoved.TOPIC,
                FaultMoved.of(fault, withdrawal(fault)).json());
        deliveries.await(all.command);

        Instant until = withdrawal(fault).at();
        assertThat(withdrawal(fault).what()).isEqualTo(RepairStep.WITHDRAW);
        assertThat(waiver(fault).entered())
                .singleElement()
                .returns(fault.reported().at(), Waiver.Entered::from)
                .returns(until, Waiver.Entered::until)
                .returns(null, Waiver.Entered::takenBackAt);
        assertThat(given(fault))
                .singleElement()
                .returns(
                        RentOfTime.of(RepairOffice.RENT, fault.reported().at(), until, all.command.zone()), Remedy::sum)
                .returns(true, Remedy::stands);
        assertThat(told(fault, "repair.waived")).as("it does not work again").isEmpty();
    }

    @Test
    void what_was_entered_stands_where_the_report_is_taken_back_later_and_a_denied_one_counts_until_then() {
        Fault works = report(all.fixed, LATE);
        Fault denied = report(all.broadband, LATE);
        late.look(all.command);
        restored(works, FaultCause.CABLE);
        restored(denied, FaultCause.CABLE);
        done(faults.deny(all.lin, denied.id(), Channel.HOT_LINE, "还是不通"));
        cancel(works);
        cancel(denied);

        assertThat(given(works)).singleElement().returns(true, Remedy::stands);
        assertThat(given(denied)).hasSize(2).filteredOn(Remedy::stands).hasSize(1);
        assertThat(waiver(denied).entered().getLast().until())
                .isEqualTo(withdrawal(denied).at());
    }

    @Test
    void a_report_taken_back_in_time_waives_nothing() {
        Fault fault = report(all.fixed, Duration.ofHours(3));
        cancel(fault);
        assertThat(waivers.find(all.lin, fault.id())).isEmpty();
        assertThat(given(fault)).isEmpty();
    }

    private Line rented(String number, Money rent) {
        NewLine plain = all.line(number, Service.FIXED, Area.URBAN);
        return book.enter(
                all.command,
                new NewLine(
                        plain.number(),
                        plain.service(),
                        plain.address(),
                        plain.exchange(),
                        plain.area(),
                        plain.customer(),
                        rent));
    }

    @Test
    void what_the_law_owes_is_given_above_the_ceiling_of_the_house_and_in_the_currency_of_the_rent() {
        Actor manager = all.hire("guan", all.peng.unit(), Posts.GENERAL_MANAGER);
        for (Money rent : List.of(Money.parse("CNY 300000.00"), Money.parse("USD 90.00"))) {
            Fault fault = report(rented("0571-8200 77" + rent.getAmount().intValue() % 7, rent), LATE);
            Fault restored = restored(fault, FaultCause.CABLE);
            Money sum = RentOfTime.of(
                    rent,
                    fault.reported().at(),
                    Objects.requireNonNull(restored.work().restoredAt()),
                    all.command.zone());
            assertThat(given(fault)).as(rent.toString()).singleElement().returns(sum, Remedy::sum);
            assertThatThrownBy(() -> remedies.give(all.lin, fault.ticket(), RemedyKind.REFUND, sum, ""))
                    .as("people promise within the rules of the house")
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> remedies.giveOwed(all.peng, fault.ticket(), RemedyKind.REFUND, sum, ""))
                    .as("and what the law owes is for the product to give")
                    .isInstanceOf(Problem.class);
            assertThat(Remedies.total(given(fault), RepairOffice.RENT.getCurrencyUnit()))
                    .isEqualTo(
                            sum.getCurrencyUnit().equals(RepairOffice.RENT.getCurrencyUnit())
                                    ? sum
                                    : Money.zero(RepairOffice.RENT.getCurrencyUnit()));
            boolean posted = rent.getCurrencyUnit().equals(RepairOffice.RENT.getCurrencyUnit());
            assertThat(told(fault, "repair.waived")).as("what is posted").hasSize(posted ? 1 : 0);
            assertThat(told(fault, "fault.foreign"))
                    .as("what is not, and whoever leads the bureau sees to")
                    .isEqualTo(
                            posted ? List.of() : List.of(manager.staff().value().toString()));
        }
    }

    @Test
    void who_has_declined_to_be_written_to_is_not_told_and_the_ticket_says_so() {
        Fault fault = report(all.fixed, LATE);
        Fault unseen = report(all.broadband, LATE);
        consents.note(all.lin, all.customer, ReachPoint.Kind.MOBILE, false, "别发短信");
        done(faults.accept(all.he, unseen.id()));
        done(faults.restore(all.he, unseen.id(), FaultCause.CABLE, "查修完毕"));
        deliveries.await(all.command);
        late.look(all.command);

        assertThat(waiver(fault).waived()).isTrue();
        assertThat(waiver(fault).told()).isFalse();
        assertThat(waiver(unseen).told()).as("restored before anybody looked").isFalse();
        assertThat(given(unseen)).hasSize(1);
    }

    @Test
    void what_was_written_and_sent_about_a_blacked_out_customers_faults_cannot_be_read_any_more() {
        Fault fault = report(all.fixed, LATE);
        late.look(all.command);
        done(faults.accept(all.he, fault.id()));
        done(faults.restore(all.he, fault.id(), FaultCause.CABLE, "周女士家引入线已换"));
        done(faults.deny(all.lin, fault.id(), Channel.HOT_LINE, "周女士说13812342046还是不通"));
        cancel(fault);
        jdbc.sql("update fault.fault set pointed = '周女士' where bureau = ? and id = ?")
                .params(all.command.bureau().value(), fault.id().value())
                .update();
        jdbc.sql("insert into fault.answer (bureau, fault, place, question, answer) values (?, ?, 1, 'tone', '周女士')")
                .params(all.command.bureau().value(), fault.id().value())
                .update();
        redactions.redact(all.hire("chief", all.peng.unit(), Posts.GENERAL_MANAGER), all.customer, "asked by letter");

        Fault after = faults.get(all.lin, fault.id());
        assertThat(after.work().done()).isEqualTo("▇▇▇家引入线已换");
        assertThat(steps.of(all.command.bureau(), fault.id()))
                .extracting(RepairEvent::words)
                .contains("▇▇▇家引入线已换", "▇▇▇说▇▇▇还是不通")
                .noneMatch(words -> words.contains("周女士"));
        assertThat(after.pointed()).as("a code is no text").isEqualTo("周女士");
        assertThat(jdbc.sql("select answer from fault.answer where bureau = ? and fault = ?")
                        .params(all.command.bureau().value(), fault.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("周女士");
        assertThat(told(fault, "repair.late")).hasSize(1).noneMatch(address -> address.contains("2046"));
    }

    @Test
    void a_no_takes_back_what_was_waived_and_the_next_restoration_waives_the_whole_time() {
        Fault fault = report(all.fixed, LATE);
        late.look(all.command);
        restored(fault, FaultCause.CABLE);
        done(faults.deny(all.lin, fault.id(), Channel.HOT_LINE, "还是不通"));
        deliveries.await(all.command);
        assertThat(given(fault)).noneMatch(Remedy::stands);
        Fault again = restored(fault, FaultCause.CABLE);

        assertThat(given(fault)).filteredOn(Remedy::stands).hasSize(1);
        assertThat(waiver(fault).entered()).hasSize(2);
        Waiver.Entered last = waiver(fault).entered().getLast();
        assertThat(last.from()).isEqualTo(fault.reported().at());
        assertThat(last.until()).isEqualTo(again.work().restoredAt());
        assertThat(told(fault, "repair.late")).hasSize(1);
    }

    @Test
    void a_line_without_rent_or_a_customer_who_cannot_be_written_to_breaks_nothing() {
        NewLine free = all.line("0571-8200 9999", Service.FIXED, Area.URBAN);
        Line line = book.enter(
                all.command,
                new NewLine(
                        free.number(),
                        free.service(),
                        free.address(),
                        free.exchange(),
                        free.area(),
                        Objects.requireNonNull(customers
                                .match(
                                        all.command,
                                        List.of(new org.redress.ground.party.CustomerDraft(
                                                "desk", "77", "无电话", null, null, null, null)))
                                .getFirst()),
                        Money.zero(RepairOffice.RENT.getCurrencyUnit())));
        Fault fault = report(line, LATE);
        late.look(all.command);
        assertThat(waiver(fault).told()).as("somebody must tell them").isFalse();
        restored(fault, FaultCause.CABLE);

        assertThat(given(fault)).isEmpty();
        assertThat(waiver(fault).entered())
                .singleElement()
                .satisfies(entered -> assertThat(entered.remedy()).isNull());
    }

    @Test
    void a_fault_soon_after_a_repair_goes_a_level_up_and_the_head_of_those_who_repaired_it_hears_of_it() {
        Fault first = report(all.fixed, Duration.ofHours(1));
        restored(first, FaultCause.CABLE);
        done(faults.confirm(all.lin, first.id(), Channel.HOT_LINE, ""));
        assertThat(files.line(all.lin, all.fixed.id()).orElseThrow().repairs())
                .extracting(Fault::id)
                .containsExactly(first.id());
        Fault second = report(all.fixed, Duration.ZERO);
        assertThat(second.level()).isEqualTo(2);
        assertThat(second.repeatOf()).isEqualTo(first.id());
        assertThat(told(second, "fault.repeated"))
                .containsExactly(all.zheng.staff().value().toString());
        restored(second, FaultCause.CABLE);
        done(faults.confirm(all.lin, second.id(), Channel.HOT_LINE, ""));
        Fault third = report(all.fixed, Duration.ZERO);
        assertThat(third.level()).isEqualTo(3);
        assertThat(told(third, "fault.repeated"))
                .containsExactly(all.peng.staff().value().toString());
    }

    @Test
    void a_repair_longer_ago_than_the_rule_says_is_no_repeat() {
        Fault first = report(all.fixed, Duration.ofHours(1));
        restored(first, FaultCause.CABLE);
        done(faults.confirm(all.lin, first.id(), Channel.HOT_LINE, ""));
        move(first, time.instant().minus(Duration.ofDays(30)).minus(Duration.ofMinutes(5)));
        Fault later = report(all.fixed, Duration.ZERO);
        assertThat(later.level()).isEqualTo(1);
        assertThat(later.repeatOf()).isNull();
        restored(later, FaultCause.CABLE);
        done(faults.confirm(all.lin, later.id(), Channel.HOT_LINE, ""));
        move(later, time.instant().minus(Duration.ofDays(29)));
        assertThat(report(all.fixed, Duration.ZERO).repeatOf()).isEqualTo(later.id());
    }

    private void move(Fault fault, Instant restored) {
        jdbc.sql("update fault.fault set restored_at = ? where bureau = ? and id = ?")
                .params(
                        Moments.at(restored),
                        all.command.bureau().value(),
                        fault.id().value())
                .update();
    }

    @Test
    void an_enquiry_of_another_bureau_sees_no_waiver() {
        Fault fault = report(all.fixed, LATE);
        late.look(all.command);
        Actor elsewhere = new RepairOffice(bureaus, staff, actors, customers, book).command;
        assertThat(waivers.find(elsewhere, fault.id())).isEmpty();
    }
}
