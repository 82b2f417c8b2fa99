package org.redress.desk.care.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.desk.care.station.SomeStations.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.care.station.StationResult.Done;
import org.redress.desk.care.station.StationResult.Reason;
import org.redress.desk.care.station.StationResult.Refused;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.Ticket;
import org.redress.desk.ticket.TicketBoard;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.ClockState;
import org.redress.ground.commitment.Commitments;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.5")
class StationsIT {

    @Autowired
    Offices offices;

    @Autowired
    SomeStations some;

    @Autowired
    TrackingStations stations;

    @Autowired
    StationPeriods periods;

    @Autowired
    StationReports reports;

    @Autowired
    StationReportLists lists;

    @Autowired
    StationPanels panels;

    @Autowired
    StationFigureRows figures;

    @Autowired
    StationClock clocks;

    @Autowired
    Commitments commitments;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketBoard board;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor command;
    private Actor head;
    private Actor lin;
    private Actor he;
    private StationId station;

    @BeforeEach
    void found() {
        command = offices.found();
        head = offices.hire(command, Posts.HEAD, "2001");
        lin = offices.hire(command, Posts.AGENT, "2107");
        he = offices.hireElsewhere(command, Posts.AGENT, "3101");
        station = some.found(head, lin);
    }

    private void join(int customer) {
        assertThat(panels.join(lin, station, some.customer(lin, customer), "电话里同意"))
                .isInstanceOf(Done.class);
    }

    private List<Report> owed() {
        return lists.owed(lin, station, StationReportLists.AskAfter.START, 50);
    }

    /** What the next member of the list owes. */
    private ReportId next() {
        return owed().getFirst().id();
    }

    private static Reason refused(StationResult result) {
        return ((Refused) result).reason();
    }

    private ClockState clockOf(UUID period) {
        return commitments.of(command, StationClock.subject(period)).getLast().state(clock.instant());
    }

    private void begin(int daysAhead) {
        periods.begin(head, stations.get(head, station), some.today(head).plusDays(daysAhead));
    }

    @Test
    void a_member_who_has_agreed_owes_a_report_and_the_clock_of_the_period_names_the_keeper() {
        join(1);
        Report owed = owed().getFirst();
        Period period = reports.period(lin, owed);
        assertThat(period.number()).isEqualTo(1);
        assertThat(period.from()).isEqualTo(some.today(head).minusDays(6));
        assertThat(owed.dueAt())
                .isEqualTo(period.until().atStartOfDay(lin.zone()).toInstant());
        assertThat(commitments.of(command, StationClock.subject(period.id())))
                .singleElement()
                .satisfies(one -> assertThat(one.dueAt()).isEqualTo(owed.dueAt()));
        assertThat(clocks.matters(lin.bureau(), List.of(period.id())).get(period.id()))
                .satisfies(matter -> {
                    assertThat(matter.responsible()).isEqualTo(lin.staff());
                    assertThat(matter.path()).isEqualTo("/care/stations/" + station.value());
                });
        join(2);
        reports.take(lin, next(), report("都好", 5, 1, 0));
        assertThat(clockOf(period.id())).isNotEqualTo(ClockState.DONE);
        reports.take(lin, next(), report("", 4, 1, 0));
        assertThat(clockOf(period.id())).isEqualTo(ClockState.DONE);
        assertThat(owed()).isEmpty();
    }

    @Test
    void the_watch_opens_a_period_once_and_each_member_owes_one_report_in_it() {
        join(1);
        periods.look(command);
        periods.look(command);
        assertThat(owed()).hasSize(1);
        begin(14);
        begin(14);
        assertThat(owed()).hasSize(2);
        assertThat(owed()).extracting(Report::dueAt).isSorted();
    }

    @Test
    void of_two_who_take_a_report_at_once_one_does() throws Exception {
        join(1);
        ReportId owed = next();
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            List<Callable<StationResult>> both = List.of(
                    () -> reports.take(lin, owed, report("甲", 5, 1, 0)),
                    () -> reports.take(head, owed, report("乙", 1, 0, 1)));
            List<Future<StationResult>> results = pair.invokeAll(both);
            assertThat(List.of(results.get(0).get(), results.get(1).get()))
                    .hasAtLeastOneElementOfType(Done.class)
                    .contains(new Refused(Reason.NOT_OWED));
        }
        Report taken = reports.get(lin, owed);
        assertThat(reports.marks(lin, List.of(owed)).get(owed)).hasSize(3);
        assertThat(taken.bad())
                .isEqualTo(Objects.requireNonNull(taken.taken()).words().equals("乙"));
    }

    @Test
    void the_clock_stops_where_two_take_the_last_two_reports_at_once() throws Exception {
        join(1);
        join(2);
        List<Report> last = owed();
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            List<Callable<StationResult>> both = List.of(
                    () -> reports.take(lin, last.getFirst().id(), report("", 5)),
                    () -> reports.take(head, last.getLast().id(), report("", 4)));
            for (Future<StationResult> result : pair.invokeAll(both)) {
                assertThat(result.get()).isInstanceOf(Done.class);
            }
        }
        assertThat(clockOf(last.getFirst().period())).isEqualTo(ClockState.DONE);
    }

    @Test
    void of_two_who_note_the_same_member_at_once_one_does() throws Exception {
        var customer = some.customer(lin, 1);
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            List<Callable<StationResult>> both = List.of(
                    () -> panels.join(lin, station, customer, ""), () -> panels.join(head, station, customer, ""));
            List<Future<StationResult>> results = pair.invokeAll(both);
            assertThat(List.of(results.get(0).get(), results.get(1).get()))
                    .hasAtLeastOneElementOfType(Done.class)
                    .contains(new Refused(Reason.MEMBER));
        }
        assertThat(owed()).hasSize(1);
    }

    @Test
    void a_report_after_it_fell_due_is_late_and_one_that_was_made_before_is_not() {
        join(1);
        join(2);
        Instant due = clock.instant().minus(Duration.ofHours(2));
        jdbc.sql("update care.report set due_at = ? where bureau = ? and station = ?")
                .params(due.atOffset(java.time.ZoneOffset.UTC), lin.bureau().value(), station.value())
                .update();
        ReportId late = next();
        reports.take(lin, late, report("", 4));
        assertThat(Objects.requireNonNull(reports.get(lin, late).taken()).late())
                .isTrue();
        ReportId before = next();
        reports.take(lin, before, new NewReport(Channel.LETTER, "", Map.of(1, 4), due.minus(Duration.ofHours(1))));
        assertThat(Objects.requireNonNull(reports.get(lin, before).taken()).late())
                .isFalse();
        assertThat(figures.of(lin, station, stations.questions(lin, station, 1))
                        .periods()
                        .getFirst()
                        .late())
                .isOne();
    }

    @Test
    void whoever_was_not_reached_is_counted_and_asked_after_the_others() {
        join(1);
        join(2);
        ReportId first = next();
        assertThat(reports.notReached(lin, first, Channel.HOT_LINE, "无人接听")).isInstanceOf(Done.class);
        reports.notReached(lin, first, Channel.SMS, "");
        assertThat(next()).isNotEqualTo(first);
        assertThat(reports.get(lin, first).attempts()).isEqualTo(2);
        assertThat(reports.attempts(lin, first)).extracting(AskAttempt::words).containsExactly("无人接听", "");
        StationReportLists.AskAfter after = new StationReportLists.AskAfter(
                owed().getFirst().dueAt(), 0, owed().getFirst().id().value());
        assertThat(lists.owed(lin, station, after, 50)).extracting(Report::id).containsExactly(first);
        reports.take(lin, first, report("", 4));
        assertThat(refused(reports.notReached(lin, first, Channel.SMS, ""))).isEqualTo(Reason.NOT_OWED);
    }

    @Test
    void a_bad_mark_becomes_a_ticket_by_one_step_and_whoever_takes_it_answers_for_it() {
        join(1);
        ReportId id = next();
        reports.take(lin, id, report("晚上七点以后就没有信号", 2, 1, 0));
        assertThat(lists.open(lin, null, null, 10)).extracting(Report::id).containsExactly(id);
        Ticket ticket = tickets.get(head, Objects.requireNonNull(((Done) reports.openTicket(head, id)).ticket()));
        assertThat(ticket.responsible()).isEqualTo(head.staff());
        assertThat(ticket.customer()).isEqualTo(reports.get(lin, id).customer());
        assertThat(board.texts(head, List.of(ticket.id())).get(ticket.id()))
                .contains("晚上七点以后就没有信号", "网络好用吗")
                .doesNotContain("营业员态度好吗");
        assertThat(lists.open(lin, null, null, 10)).isEmpty();
        assertThat(refused(reports.openTicket(lin, id))).isEqualTo(Reason.SETTLED);
        assertThat(refused(reports.explain(lin, id, "晚了"))).isEqualTo(Reason.SETTLED);
    }

    @Test
    void a_bad_mark_without_a_ticket_needs_its_reason_and_a_good_report_needs_neither() {
        join(1);
        join(2);
        ReportId bad = next();
        reports.take(lin, bad, report("", 3, 1, 1));
        ReportId good = next();
        reports.take(lin, good, report("", 3, 1, 0));
        assertThat(lists.open(lin, null, null, 10)).extracting(Report::id).containsExactly(bad);
        assertThatThrownBy(() -> reports.explain(lin, bad, " "))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("why"));
        assertThat(reports.explain(lin, bad, "计划停电，已提前通知")).isInstanceOf(Done.class);
        assertThat(lists.open(lin, null, null, 10)).isEmpty();
        assertThat(refused(reports.openTicket(lin, good))).isEqualTo(Reason.SETTLED);
    }

    @Test
    void of_two_who_settle_a_bad_mark_at_once_one_does() throws Exception {
        join(1);
        ReportId bad = next();
        reports.take(lin, bad, report("", 1));
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            List<Callable<StationResult>> both =
                    List.of(() -> reports.openTicket(lin, bad), () -> reports.openTicket(head, bad));
            List<Future<StationResult>> results = pair.invokeAll(both);
            assertThat(List.of(results.get(0).get(), results.get(1).get()))
                    .hasAtLeastOneElementOfType(Done.class)
                    .contains(new Refused(Reason.SETTLED));
        }
        assertThat(board.ofCustomer(lin, reports.get(lin, bad).customer(), 10)).hasSize(1);
    }

    @Test
    void other_questions_hold_from_the_next_period_on_and_old_reports_keep_theirs() {
        join(1);
        ReportId old = next();
        List<NewQuestion> others = List.of(
                new NewQuestion(QuestionKind.MARK, "装机快吗", "How fast is installation"),
                SomeStations.QUESTIONS.getFirst());
        assertThat(stations.ask(head, station, 1, others)).isInstanceOf(Done.class);
        assertThat(refused(stations.ask(head, station, 1, others))).isEqualTo(Reason.MOVED);
        reports.take(lin, old, report("", 5, 1, 0));
        begin(14);
        ReportId fresh = next();
        assertThat(reports.questions(lin, reports.get(lin, old)).values())
                .extracting(Question::zh)
                .containsExactly("网络好用吗", "营业员态度好吗", "断过线吗");
        assertThat(reports.questions(lin, reports.get(lin, fresh)).values())
                .extracting(Question::zh)
                .containsExactly("装机快吗", "网络好用吗");
        List<Question> now = stations.questions(lin, station, 2);
        assertThat(now.get(1).key())
                .isEqualTo(stations.questions(lin, station, 1).getFirst().key());
        reports.take(lin, fresh, report("", 3, 3));
        StationFigures.Asked network = figures.of(lin, station, now).questions().get(1);
        assertThat(Objects.requireNonNull(network.last()).value()).isEqualTo(3);
        assertThat(Objects.requireNonNull(network.before()).value()).isEqualTo(5);
    }

    @Test
    void what_is_owed_before_the_last_period_is_missed_and_cannot_be_taken_any_more() {
        join(1);
        ReportId first = next();
        UUID period = reports.get(lin, first).period();
        begin(14);
        assertThat(reports.get(lin, first).state()).isEqualTo(ReportState.OWED);
        begin(28);
        assertThat(reports.get(lin, first).state()).isEqualTo(ReportState.MISSED);
        assertThat(refused(reports.take(lin, first, report("", 5)))).isEqualTo(Reason.NOT_OWED);
        assertThat(clockOf(period)).isEqualTo(ClockState.CANCELLED);
        assertThat(owed()).hasSize(2);
    }

    @Test
    void whoever_leaves_owes_nothing_any_more_and_may_come_back() {
        join(1);
        join(2);
        reports.take(lin, next(), report("", 5));
        Member staying = panels.members(lin, station, null, 10).stream()
                .filter(one -> one.lastReport() == null)
                .findFirst()
                .orElseThrow();
        assertThat(panels.leave(lin, station, staying.id(), "搬走了")).isInstanceOf(Done.class);
        assertThat(refused(panels.leave(lin, station, staying.id(), ""))).isEqualTo(Reason.MOVED);
        assertThat(owed()).isEmpty();
        StationFigures.Reply reply = figures.of(lin, station, stations.questions(lin, station, 1))
                .periods()
                .getFirst();
        assertThat(reply.owed()).isOne();
        assertThat(reply.share()).isEqualTo(1);
        assertThat(panels.join(lin, station, staying.customer(), "")).isInstanceOf(Done.class);
        assertThat(owed()).hasSize(1);
    }

    @Test
    void an_ended_station_owes_and_takes_nothing_more() {
        join(1);
        ReportId owed = next();
        assertThatThrownBy(() -> stations.end(head, station, 1, "")).isInstanceOf(Problem.class);
        assertThat(stations.end(head, station, 1, "并入南湖站")).isInstanceOf(Done.class);
        assertThat(refused(stations.end(head, station, 2, "再停一次"))).isEqualTo(Reason.ENDED);
        assertThat(refused(panels.join(lin, station, some.customer(lin, 2), "")))
                .isEqualTo(Reason.ENDED);
        assertThat(refused(reports.take(lin, owed, report("", 5)))).isEqualTo(Reason.NOT_OWED);
        assertThat(stations.list(lin, false, 0, 10)).isEmpty();
        assertThat(stations.list(lin, true, 0, 10)).hasSize(1);
    }

    @Test
    void a_mean_is_said_from_enough_answers_on_with_its_interval() {
        for (int customer = 1; customer <= 10; customer++) {
            join(customer);
        }
        List<Question> questions = stations.questions(lin, station, 1);
        for (int mark : new int[] {3, 4, 4, 5, 2, 4, 3, 5, 4}) {
            reports.take(lin, next(), report("", mark));
        }
        StationFigures few = figures.of(lin, station, questions);
        assertThat(few.questions().getFirst().enough(few.minimum())).isFalse();
        reports.take(lin, next(), report("", 4));
        StationFigures enough = figures.of(lin, station, questions);
        StationFigures.Asked network = enough.questions().getFirst();
        assertThat(network.enough(enough.minimum())).isTrue();
        assertThat(Objects.requireNonNull(network.last()).n()).isEqualTo(10);
        assertThat(network.last().value()).isEqualTo(3.8);
        assertThat(network.last().low()).isBetween(3.1, 3.2);
        assertThat(enough.questions().get(1).last()).isNull();
        assertThat(network.change(enough.minimum())).isNull();
    }

    @Test
    void bad_input_is_refused_with_its_field_and_nothing_is_kept() {
        join(1);
        ReportId owed = next();
        assertThat(field(() -> reports.take(lin, owed, report("", 6)))).isEqualTo("m1");
        assertThat(field(() -> reports.take(lin, owed, report("", 3, 2)))).isEqualTo("m2");
        assertThat(field(() -> reports.take(lin, owed, report("什么也没答")))).isEqualTo("m1");
        assertThat(field(() -> reports.take(lin, owed, report("长".repeat(2001), 3))))
                .isEqualTo("words");
        assertThat(field(() -> reports.take(
                        lin,
                        owed,
                        new NewReport(
                                Channel.LETTER,
                                "",
                                Map.of(1, 3),
                                clock.instant().plus(Duration.ofDays(1))))))
                .isEqualTo("reported");
        assertThat(reports.get(lin, owed).state()).isEqualTo(ReportState.OWED);
        assertThat(field(() -> stations.ask(head, station, 1, List.of()))).isEqualTo("questions");
        assertThat(field(
                        () -> stations.ask(head, station, 1, List.of(new NewQuestion(QuestionKind.MARK, "只有中文", " ")))))
                .isEqualTo("en1");
        assertThat(field(() -> stations.change(head, station, 1, " ", "河东", lin.staff())))
                .isEqualTo("name");
        assertThat(field(() -> stations.change(
                        head, station, 1, "河东", "河东", new org.redress.ground.identity.StaffId(UUID.randomUUID()))))
                .isEqualTo("keeper");
    }

    private static String field(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Objects.requireNonNull(
                ((Problem) Objects.requireNonNull(org.assertj.core.api.Assertions.catchThrowable(call))).field());
    }

    @Test
    void a_stranger_from_another_unit_reads_and_writes_nothing_and_another_bureau_finds_nothing() {
        join(1);
        ReportId owed = next();
        assertThat(stations.get(he, station).name()).isEqualTo("河东质量跟踪站");
        assertForbidden(() -> reports.take(he, owed, report("", 5)));
        assertForbidden(() -> reports.notReached(he, owed, Channel.SMS, ""));
        assertForbidden(() -> panels.join(he, station, some.customer(he, 2), ""));
        assertForbidden(() -> stations.ask(lin, station, 1, SomeStations.QUESTIONS));
        assertForbidden(() -> some.found(lin, lin));
        // Whoever keeps it may, wherever they are.
        stations.change(head, station, 1, "河东质量跟踪站", "河东营业厅", he.staff());
        assertThat(reports.take(he, owed, report("", 5))).isInstanceOf(Done.class);
        Actor stranger = offices.hire(offices.found(), Posts.HEAD, "1");
        assertThatThrownBy(() -> stations.get(stranger, station)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reports.get(stranger, owed)).isInstanceOf(Problem.class);
        assertThat(lists.owed(stranger, null, StationReportLists.AskAfter.START, 10))
                .isEmpty();
        assertThat(stations.list(stranger, false, 0, 10)).isEmpty();
    }

    private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("access.denied"));
    }
}
