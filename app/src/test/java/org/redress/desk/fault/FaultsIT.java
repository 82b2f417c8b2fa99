package org.redress.desk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.contact.Contact;
import org.redress.desk.contact.Contacts;
import org.redress.desk.contact.Mood;
import org.redress.desk.fault.RepairResult.Done;
import org.redress.desk.fault.RepairResult.Refused;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Step;
import org.redress.desk.ticket.StepResult;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.TicketState;
import org.redress.desk.ticket.Tickets;
import org.redress.desk.ticket.Without;
import org.redress.ground.commitment.Clock;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.identity.Actor;
import org.redress.platform.web.Problem;
import org.redress.support.Deliveries;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.6")
class FaultsIT {

    @Autowired
    Faults faults;

    @Autowired
    FaultFiles files;

    @Autowired
    FaultBoard board;

    @Autowired
    FaultAnswering answering;

    @Autowired
    Outages outages;

    @Autowired
    LineBook book;

    @Autowired
    Tickets tickets;

    @Autowired
    Contacts contacts;

    @Autowired
    Commitments commitments;

    @Autowired
    Deliveries deliveries;

    @Autowired
    RepairOffices repairOffices;

    @Autowired
    Offices offices;

    @Autowired
    java.time.Clock time;

    @Autowired
    JdbcClient jdbc;

    private RepairOffice all;

    @BeforeEach
    void open() {
        all = repairOffices.open();
    }

    private Fault report(Line line) {
        return opened(faults.report(all.lin, all.wish(line)));
    }

    static Fault opened(Reporting reporting) {
        assertThat(reporting).isInstanceOf(Reporting.Opened.class);
        return ((Reporting.Opened) reporting).fault();
    }

    static Fault done(RepairResult result) {
        assertThat(result).isInstanceOf(Done.class);
        return ((Done) result).fault();
    }

    private Fault restored(Fault fault) {
        done(faults.accept(all.he, fault.id()));
        return done(faults.restore(all.he, fault.id(), FaultCause.CABLE, "更换分线盒"));
    }

    private Clock clock(Fault fault) {
        return commitments.of(all.lin, RepairClocks.subject(fault.id())).getLast();
    }

    private static void denied(ThrowingCallable wish) {
        problem("access.denied", wish);
    }

    static void problem(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void a_line_is_found_by_any_part_of_its_number() {
        for (String part : List.of("05718612", "8612 34", "3407", "407", "0571-8612 3407")) {
            assertThat(book.find(all.lin, part, 10))
                    .as(part)
                    .extracting(Line::id)
                    .contains(all.fixed.id());
        }
        assertThat(book.find(all.lin, "571", 10)).hasSize(3);
        assertThat(book.find(all.lin, "07", 10))
                .as("two figures stand in nearly every number")
                .isEmpty();
        assertThat(book.find(all.lin, "3404", 10)).isEmpty();
        assertThat(book.find(all.lin, "'407'", 10)).hasSize(1);
        assertThat(book.find(offices.found(), "3407", 10)).isEmpty();
        problem("fault.number", () -> book.enter(all.command, all.line("0571 86123407", Service.FIXED, Area.URBAN)));
        denied(() -> book.enter(all.lin, all.line("0571 11112222", Service.FIXED, Area.URBAN)));
    }

    @Test
    void a_report_is_a_contact_a_ticket_with_somebody_who_answers_for_it_and_a_work_order() {
        Fault fault = report(all.fixed);

        Ticket ticket = tickets.get(all.lin, fault.ticket());
        assertThat(ticket.kind()).isEqualTo(TicketKind.FAULT);
        assertThat(ticket.responsible()).isEqualTo(all.lin.staff());
        assertThat(ticket.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(ticket.customer()).isEqualTo(all.customer);
        assertThat(contacts.ofTicket(all.lin, ticket.id()))
                .singleElement()
                .returns(Mood.WORRIED, Contact::mood)
                .returns(Channel.HOT_LINE, Contact::channel);
        assertThat(fault.state()).isEqualTo(RepairState.SENT);
        assertThat(fault.unit()).as("the post of the exchange").isEqualTo(all.he.unit());
        assertThat(fault.level()).isEqualTo(1);
        assertThat(board.page(all.he, FaultBoard.View.UNIT, FaultBoard.After.START, 10))
                .extracting(Fault::id)
                .containsExactly(fault.id());
        assertThat(board.page(all.fu, FaultBoard.View.UNIT, FaultBoard.After.START, 10))
                .isEmpty();
        assertThat(board.page(all.lin, FaultBoard.View.REPORTED, FaultBoard.After.START, 10))
                .hasSize(1);
        assertThat(board.page(all.he, FaultBoard.View.MINE, FaultBoard.After.START, 10))
                .isEmpty();
    }

    @Test
    void a_units_orders_are_paged_by_key_and_what_falls_due_first_stands_first() {
        Fault country = report(all.rural);
        Fault city = opened(
                faults.report(all.lin, all.wish(all.fixed, time.instant().minus(Duration.ofHours(5)), null, false)));
        Fault net = report(all.broadband);
        List<Fault> first = board.page(all.he, FaultBoard.View.UNIT, FaultBoard.After.START, 2);
        assertThat(first).extracting(Fault::id).containsExactly(city.id(), net.id());
        FaultBoard.After after = FaultBoard.After.of(first.getLast());
        assertThat(board.page(
                        all.he,
                        FaultBoard.View.UNIT,
                        FaultBoard.After.parse(after.inTurn(), after.at(), after.id()),
                        2))
                .extracting(Fault::id)
                .containsExactly(country.id());
        problem("moment.unreadable", () -> FaultBoard.After.parse(true, "yesterday", after.id()));
    }

    @Test
    void the_clerk_can_name_another_post_but_none_without_people() {
        NewFault wish = all.wish(all.fixed);
        NewFault elsewhere = new NewFault(
                wish.contact(),
                wish.line(),
                wish.channel(),
                wish.mood(),
                wish.words(),
                null,
                null,
                List.of(new Diagnosis.Said("tone", "none"), new Diagnosis.Said("sets", "one")),
                all.fu.unit(),
                null,
                false);
        Fault fault = opened(faults.report(all.lin, elsewhere));
        assertThat(fault.unit()).isEqualTo(all.fu.unit());
        assertThat(fault.pointed()).isEqualTo("set");
        assertThat(files.fault(all.lin, fault.ticket()).orElseThrow().said()).hasSize(2);
        problem(
                "fault.unit",
                () -> faults.send(
                        all.lin, fault.id(), new org.redress.ground.identity.UnitId(new java.util.UUID(0, 9)), "换一个"));
        assertThat(done(faults.send(all.lin, fault.id(), all.he.unit(), "不归计费")).unit())
                .isEqualTo(all.he.unit());
    }

    @Test
    void the_limit_is_the_laws_by_where_the_line_lies_and_what_it_carries() {
        for (Map.Entry<Line, Integer> one : Map.of(all.fixed, 48, all.broadband, 48, all.rural, 72, all.mobile, 48)
                .entrySet()) {
            Fault fault = report(one.getKey());
            assertThat(clock(fault).dueAt())
                    .isEqualTo(fault.reported().at().plus(Duration.ofHours(one.getValue())))
                    .isEqualTo(fault.due().at());
        }
        assertThat(clock(report(all.fixed, Instant.EPOCH)).rule()).isNotNull();
    }

    /** The fault that the line has now. */
    private Fault report(Line line, Instant ignored) {
        return files.line(all.lin, line.id()).map(LineFile::open).orElseThrow();
    }

    @Test
    void a_fault_belongs_to_the_outage_of_its_exchange() {
        Instant end = time.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        denied(() -> outages.declare(all.lin, RepairOffice.EXCHANGE, "光缆被挖断", end));
        problem("fault.outage.end", () -> outages.declare(all.zheng, RepairOffice.EXCHANGE, "光缆被挖断", Instant.EPOCH));
        Outage outage = outages.declare(all.zheng, RepairOffice.EXCHANGE, "光缆被挖断", end);
        problem("fault.outage.open", () -> outages.declare(all.zheng, RepairOffice.EXCHANGE, "又一次", end));

        assertThat(files.line(all.lin, all.fixed.id()).orElseThrow().outage()).isEqualTo(outage);
        assertThat(report(all.fixed).outage()).isEqualTo(outage.id());
        assertThat(outages.counts(all.lin, List.of(outage.id()))).containsEntry(outage.id(), 1L);
        assertThat(outages.end(all.zheng, outage.id())).isTrue();
        assertThat(outages.end(all.zheng, outage.id())).as("a second click").isFalse();
        assertThat(report(all.rural).outage()).isNull();
        problem("fault.outage.absent", () -> outages.end(offices.found(), outage.id()));
    }

    @Test
    void a_fault_belongs_to_the_outage_that_hit_its_line_wherever_the_line_is_served_since() {
        Instant end = time.instant().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        Outage outage = outages.declare(all.zheng, RepairOffice.EXCHANGE, "光缆被挖断", end);
        book.assign(all.command, "城南局", all.he.unit());
        jdbc.sql("update fault.line set exchange = '城南局' where bureau = ? and id = any(?)")
                .params(
                        all.command.bureau().value(),
                        new UUID[] {all.fixed.id().value(), all.broadband.id().value()})
                .update();
        assertThat(report(all.fixed).outage()).isEqualTo(outage.id());

        Outage here = outages.declare(all.zheng, "城南局", "停电", end);
        assertThat(report(all.broadband).outage())
                .as("of two, that of where it is now")
                .isEqualTo(here.id());
    }

    @Test
    void a_line_under_repair_is_not_reported_again_and_two_at_once_open_one() throws Exception {
        Fault first = report(all.fixed);
        assertThat(faults.report(all.tang, all.wish(all.fixed)))
                .isInstanceOfSatisfying(
                        Reporting.Already.class,
                        already -> assertThat(already.fault().id()).isEqualTo(first.id()));
        assertThat(contacts.ofTicket(all.lin, first.ticket())).hasSize(1);
        for (Line line : List.of(all.rural, all.mobile, all.broadband)) {
            assertThat(race(
                            () -> faults.report(all.lin, all.wish(line)),
                            () -> faults.report(all.tang, all.wish(line))))
                    .filteredOn(Reporting.Opened.class::isInstance)
                    .hasSize(1);
        }
    }

    static <T> List<T> race(Callable<T> one, Callable<T> other) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<T>> both = pool.invokeAll(List.of(one, other));
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }

    @Test
    void an_order_goes_its_way_and_illegal_steps_are_refused_with_the_legal_ones() {
        Fault fault = report(all.fixed);
        assertThat(faults.arrive(all.he, fault.id()))
                .isEqualTo(new Refused(RepairState.SENT, RepairState.SENT.legal()));
        assertThat(faults.confirm(all.lin, fault.id(), Channel.HOT_LINE, ""))
                .isEqualTo(new Refused(RepairState.SENT, RepairState.SENT.legal()));
        Fault accepted = done(faults.accept(all.he, fault.id()));
        assertThat(accepted.acceptedBy()).isEqualTo(all.he.staff());
        assertThat(board.page(all.he, FaultBoard.View.MINE, FaultBoard.After.START, 10))
                .hasSize(1);
        done(faults.arrive(all.he, fault.id()));
        problem("typed.missing", () -> faults.restore(all.he, fault.id(), FaultCause.CABLE, "  "));
        Fault failed = done(faults.fail(all.he, fault.id(), FaultCause.CABLE, "主干电缆，要电缆班"));
        assertThat(failed.state()).isEqualTo(RepairState.NOT_RESTORED);
        assertThat(faults.restore(all.he, fault.id(), FaultCause.CABLE, "好了")).isInstanceOf(Refused.class);
        done(faults.send(all.lin, fault.id(), all.he.unit(), "已协调电缆班配合"));
        Fault restored = restored(fault);
        assertThat(restored.work().cause()).isEqualTo(FaultCause.CABLE);
        assertThat(restored.work().restoredAt()).isNotNull();
        assertThat(clock(fault).state(time.instant())).isEqualTo(ClockState.DONE);
        Fault confirmed = done(faults.confirm(all.lin, fault.id(), Channel.HOT_LINE, "可以了，谢谢"));
        assertThat(confirmed.state()).isEqualTo(RepairState.CONFIRMED);
        assertThat(faults.accept(all.he, fault.id())).isEqualTo(new Refused(RepairState.CONFIRMED, java.util.Set.of()));
        assertThat(files.fault(all.lin, fault.ticket()).orElseThrow().history())
                .extracting(RepairEvent::what)
                .containsExactly(
                        RepairStep.SEND,
                        RepairStep.ACCEPT,
                        RepairStep.ARRIVE,
                        RepairStep.FAIL,
                        RepairStep.SEND,
                        RepairStep.ACCEPT,
                        RepairStep.RESTORE,
                        RepairStep.CONFIRM);
        assertThat(board.page(all.lin, FaultBoard.View.REPORTED, FaultBoard.After.START, 10))
                .isEmpty();
    }

    @Test
    void the_post_repairs_the_desk_asks_the_customer_and_strangers_do_neither() {
        Fault fault = report(all.fixed);
        denied(() -> faults.accept(all.lin, fault.id()));
        denied(() -> faults.accept(all.fu, fault.id()));
        denied(() -> faults.send(all.fu, fault.id(), all.fu.unit(), "给我"));
        problem("fault.absent", () -> faults.accept(offices.found(), fault.id()));
        problem("fault.line.absent", () -> faults.report(offices.found(), all.wish(all.rural)));
        done(faults.accept(all.peng, fault.id()));
        done(faults.restore(all.zheng, fault.id(), FaultCause.NON_CABLE, "改了数据"));
        denied(() -> faults.confirm(all.he, fault.id(), Channel.HOT_LINE, "他说好了"));
        denied(() -> faults.deny(all.fu, fault.id(), Channel.HOT_LINE, "他说没好"));
        done(faults.confirm(all.tang, fault.id(), Channel.SMS, ""));
    }

    @Test
    void two_who_accept_at_once_do_not_both_have_it() throws Exception {
        Fault fault = report(all.fixed);
        assertThat(race(() -> faults.accept(all.he, fault.id()), () -> faults.accept(all.liu, fault.id())))
                .filteredOn(Done.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_ticket_is_neither_resolved_nor_closed_before_the_customer_has_confirmed() {
        Fault fault = report(all.fixed);
        assertThat(resolve(fault)).isEqualTo(List.of("fault.closing.open"));
        restored(fault);
        assertThat(resolve(fault)).isEqualTo(List.of("fault.closing.confirm"));
        done(faults.confirm(all.lin, fault.id(), Channel.HOT_LINE, "好了"));
        assertThat(resolve(fault)).isNull();
        assertThat(tickets.close(all.lin, fault.ticket(), version(fault), new Without("x", "x", null)))
                .isInstanceOfSatisfying(
                        StepResult.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .as("only its cause is missing")
                                .noneMatch(reason -> reason.startsWith("fault.")));
    }

    @Test
    void a_customer_who_cannot_be_reached_holds_nothing_up_and_has_confirmed_nothing() {
        Fault fault = report(all.fixed);
        restored(fault);
        problem("typed.missing", () -> faults.notReached(all.lin, fault.id(), Channel.HOT_LINE, " "));
        denied(() -> faults.notReached(all.he, fault.id(), Channel.HOT_LINE, "没人接"));
        for (int tried = 1; tried <= 2; tried++) {
            assertThat(done(faults.notReached(all.lin, fault.id(), Channel.HOT_LINE, "关机"))
                            .state())
                    .isEqualTo(RepairState.RESTORED);
            assertThat(resolve(fault)).isEqualTo(List.of("fault.closing.confirm"));
        }
        Fault ended = done(faults.notReached(all.lin, fault.id(), Channel.SMS, "短信没有回"));

        assertThat(ended.state()).isEqualTo(RepairState.UNREACHED);
        assertThat(ended.work().restoredAt()).isNotNull();
        assertThat(files.fault(all.lin, fault.ticket()).orElseThrow().history())
                .extracting(RepairEvent::what, RepairEvent::words)
                .contains(
                        tuple(RepairStep.NOT_REACHED, "关机"),
                        tuple(RepairStep.NOT_REACHED, "短信没有回"),
                        tuple(RepairStep.GIVE_UP, ""))
                .doesNotContain(tuple(RepairStep.CONFIRM, ""));
        assertThat(faults.confirm(all.lin, fault.id(), Channel.HOT_LINE, "")).isInstanceOf(Refused.class);
        assertThat(resolve(fault)).isNull();
        assertThat(report(all.fixed).repeatOf())
                .as("the line is free for another report")
                .isEqualTo(fault.id());
    }

    @Test
    void tries_of_before_a_no_do_not_count() {
        Fault fault = report(all.fixed);
        restored(fault);
        done(faults.notReached(all.lin, fault.id(), Channel.HOT_LINE, "关机"));
        done(faults.notReached(all.lin, fault.id(), Channel.HOT_LINE, "关机"));
        done(faults.deny(all.lin, fault.id(), Channel.HOT_LINE, "还是没有声音"));
        restored(fault);
        assertThat(done(faults.notReached(all.lin, fault.id(), Channel.HOT_LINE, "关机"))
                        .state())
                .isEqualTo(RepairState.RESTORED);
    }

    private int version(Fault fault) {
        return tickets.get(all.lin, fault.ticket()).version();
    }

    /** Why not; null where it was. */
    private @Nullable List<String> resolve(Fault fault) {
        return tickets.step(all.lin, fault.ticket(), version(fault), Step.RESOLVE, null)
                        instanceof StepResult.Refused refused
                ? refused.reasons()
                : null;
    }

    @Test
    void a_no_sends_it_back_to_the_post_and_the_clock_runs_on_as_if_it_had_never_stopped() {
        Fault fault = report(all.fixed);
        restored(fault);
        problem("typed.missing", () -> faults.deny(all.lin, fault.id(), Channel.HOT_LINE, " "));
        Fault again = done(faults.deny(all.lin, fault.id(), Channel.HOT_LINE, "还是没有声音"));

        assertThat(again.state()).isEqualTo(RepairState.SENT);
        assertThat(again.acceptedBy()).isNull();
        assertThat(again.work().restoredAt()).isNull();
        assertThat(again.work().denials()).isEqualTo(1);
        assertThat(again.due().at()).isEqualTo(fault.due().at());
        assertThat(clock(fault).state(time.instant())).isIn(ClockState.OK, ClockState.DUE);
        assertThat(resolve(fault)).isEqualTo(List.of("fault.closing.open"));
        restored(fault);
        done(faults.confirm(all.lin, fault.id(), Channel.VISIT, "这次好了"));
    }

    @Test
    void a_time_for_which_the_customer_asked_stops_the_clock_until_it_begins() {
        Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        Window tomorrow = new Window(now.plus(Duration.ofHours(20)), now.plus(Duration.ofHours(22)));
        Fault fault = opened(faults.report(all.lin, all.wish(all.fixed, null, tomorrow, true)));

        assertThat(clock(fault).state(now.plusSeconds(60))).isEqualTo(ClockState.PAUSED);
        assertThat(clock(fault).state(tomorrow.from().plusSeconds(1)))
                .as("it runs on by itself")
                .isIn(ClockState.OK, ClockState.DUE);
        assertThat(fault.due().at())
                .isBetween(
                        fault.reported().at().plus(Duration.ofHours(67)),
                        fault.reported().at().plus(Duration.ofHours(69)));
        Window sooner = new Window(now.plus(Duration.ofHours(2)), now.plus(Duration.ofHours(4)));
        Fault moved = done(faults.appoint(all.he, fault.id(), sooner, true));
        assertThat(moved.window()).isEqualTo(sooner);
        assertThat(moved.due().at()).isBefore(fault.reported().at().plus(Duration.ofHours(51)));
        Fault ours = done(faults.appoint(all.he, fault.id(), tomorrow, false));
        assertThat(clock(fault).state(time.instant().plusSeconds(1)))
                .as("a time that we propose stops nothing")
                .isIn(ClockState.OK, ClockState.DUE);
        assertThat(ours.due().at()).isBefore(fault.reported().at().plus(Duration.ofHours(49)));
        problem("fault.window", () -> faults.appoint(all.he, fault.id(), new Window(tomorrow.until(), now), true));
        problem(
                "fault.window",
                () -> faults.report(
                        all.lin,
                        all.wish(all.rural, null, new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(9)), true)));
    }

    @Test
    void a_ticket_that_is_taken_back_withdraws_its_order() {
        Fault fault = report(all.fixed);
        tickets.step(all.lin, fault.ticket(), version(fault), Step.CANCEL, "客户自己弄好了");
        deliveries.await(all.lin);

        assertThat(faults.get(all.lin, fault.id()).state()).isEqualTo(RepairState.WITHDRAWN);
        assertThat(clock(fault).state(time.instant())).isEqualTo(ClockState.CANCELLED);
        assertThat(faults.report(all.lin, all.wish(all.fixed))).isInstanceOf(Reporting.Opened.class);
    }

    @Test
    void who_answers_for_a_late_repair_is_whoever_took_it_up_or_else_the_head_of_the_post() {
        Fault fault = report(all.fixed);
        assertThat(matter(fault).responsible()).isEqualTo(all.zheng.staff());
        done(faults.accept(all.he, fault.id()));
        assertThat(matter(fault).responsible()).isEqualTo(all.he.staff());
        assertThat(matter(fault).path()).isEqualTo("/tickets/" + fault.ticket().value() + "#fault");
    }

    private org.redress.ground.commitment.Answering.Matter matter(Fault fault) {
        return Objects.requireNonNull(answering
                .matters(all.lin.bureau(), List.of(fault.id().value()))
                .get(fault.id().value()));
    }

    @Test
    void a_reader_of_another_unit_sees_what_is_there_and_can_do_nothing() {
        Fault fault = report(all.fixed);
        Actor stranger = all.fu;
        assertThat(files.fault(stranger, fault.ticket()).orElseThrow().may()).isEmpty();
        assertThat(files.fault(all.lin, fault.ticket()).orElseThrow().may())
                .containsExactlyInAnyOrder(RepairStep.SEND, RepairStep.APPOINT);
        assertThat(files.fault(all.he, fault.ticket()).orElseThrow().may())
                .containsExactlyInAnyOrder(RepairStep.ACCEPT, RepairStep.APPOINT);
    }
}
