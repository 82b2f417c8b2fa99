package org.redress.desk.appeal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.redress.desk.appeal.SomeAppeals.done;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.appeal.Satisfaction;
import org.redress.desk.appeal.SomeAppeals;
import org.redress.desk.appeal.chain.Appeal;
import org.redress.desk.appeal.chain.AppealStep;
import org.redress.desk.appeal.chain.Appeals;
import org.redress.desk.appeal.chain.Condition;
import org.redress.desk.appeal.hotline.Dispatch;
import org.redress.desk.appeal.hotline.Dispatches;
import org.redress.desk.appeal.hotline.Urgency;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.platform.text.Words;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S5.1")
class AppealReportIT {

    private static final UUID FIRST = new UUID(0, 0);
    private static final Words ENGLISH = Words.of(Words.ENGLISH);

    @Autowired
    AppealReports reports;

    @Autowired
    Appeals appeals;

    @Autowired
    Dispatches dispatches;

    @Autowired
    SomeAppeals some;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor head;
    private Period quarter;

    @BeforeEach
    void open() {
        command = offices.found();
        head = offices.hire(command, Posts.HEAD, "1");
        quarter = Period.quarterOf(some.today(head));
    }

    @Test
    void a_month_and_a_quarter_have_their_first_and_last_days() {
        assertThat(Period.of("2026-02").lastDay()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(Period.of("2026-Q4").from()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(Period.of("2026-Q1").before().code()).isEqualTo("2025-Q4");
        assertThat(Period.of("2026-12").after().code()).isEqualTo("2027-01");
        for (String nonsense : List.of("", "2026", "2026-13", "2026-Q5", "2026-Q4'--", "一月")) {
            assertThatThrownBy(() -> Period.of(nonsense)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void counts_follow_the_steps_and_each_has_the_list_behind_it() {
        Appeal refused = some.received(head);
        appeals.refuse(head, refused.id(), 1, List.of(Condition.NOT_ELSEWHERE, Condition.IDENTITY), "已向法院起诉");
        some.along(head, some.received(head), AppealStep.ACCEPT, AppealStep.FORWARD);
        some.along(
                head,
                some.received(head),
                AppealStep.ACCEPT,
                AppealStep.FORWARD,
                AppealStep.REPLY,
                AppealStep.MEDIATE,
                AppealStep.AGREE);
        some.along(
                head, some.received(head), AppealStep.ACCEPT, AppealStep.FORWARD, AppealStep.REPLY, AppealStep.DECIDE);

        AppealReport report = reports.of(head, quarter);

        assertThat(report.counts())
                .contains(
                        entry(Figure.RECEIVED, 4L),
                        entry(Figure.ACCEPTED, 3L),
                        entry(Figure.REFUSED, 1L),
                        entry(Figure.FORWARDED, 3L),
                        entry(Figure.REPLIED, 2L),
                        entry(Figure.MEDIATED, 1L),
                        entry(Figure.DECIDED, 1L),
                        entry(Figure.OPEN, 1L),
                        entry(Figure.CLOSED, 2L),
                        entry(Figure.SETTLED, 1L));
        assertThat(report.refused()).containsOnly(entry(Condition.NOT_ELSEWHERE, 1L), entry(Condition.IDENTITY, 1L));
        assertThat(reports.list(
                        head, new Behind(quarter, Figure.REFUSED, Condition.IDENTITY), Instant.EPOCH, FIRST, 10))
                .hasSize(1);
        assertThat(reports.list(head, new Behind(quarter, Figure.REFUSED, Condition.RECENT), Instant.EPOCH, FIRST, 10))
                .isEmpty();
        assertThatThrownBy(() -> new Behind(quarter, Figure.DISPATCHED, Condition.RECENT))
                .isInstanceOf(Problem.class);
        for (Figure figure : Figure.values()) {
            assertThat(behind(head, figure)).as(figure.name()).hasSize((int) report.count(figure));
        }
        assertThat(reports.of(head, quarter.before()).counts())
                .allSatisfy((figure, count) -> assertThat(count).isZero());
    }

    @Test
    void three_rates_say_their_share_and_say_so_where_there_is_nothing_to_divide_by() {
        assertThat(rates(reports.of(head, quarter))).containsOnly("Too few");

        Appeal inTime = replied();
        Appeal late = replied();
        jdbc.sql("update appeal.appeal set reply_in_time = false where bureau = ? and id = ?")
                .params(head.bureau().value(), late.id().value())
                .update();
        jdbc.sql("update appeal.appeal set reply_due = now() where bureau = ?")
                .param(head.bureau().value())
                .update();
        Appeal decided = some.along(head, inTime, AppealStep.DECIDE);
        appeals.ask(head, decided.id(), decided.version(), Satisfaction.SATISFIED, "");
        Appeal agreed = some.along(head, late, AppealStep.MEDIATE, AppealStep.AGREE);
        appeals.ask(head, agreed.id(), agreed.version(), Satisfaction.UNREACHED, "");
        Dispatch once = visited("1", Satisfaction.SATISFIED);
        Dispatch twice = visited("2", Satisfaction.UNSATISFIED);
        Dispatch again = done(dispatches.answer(head, twice.id(), twice.version(), "重办"));
        dispatches.visit(head, again.id(), again.version(), Satisfaction.UNSATISFIED, "还是不满意");
        some.dispatched(head, "3", Urgency.URGENT, 2);

        AppealReport report = reports.of(head, quarter);

        assertThat(once.closedAt()).isNotNull();
        assertThat(rates(report)).containsExactly("50.0%", "50.0%", "100.0%", "66.7%", "50.0%", "33.3%");
        assertThat(behind(head, Figure.REPLY_IN_TIME))
                .extracting(Counted::id)
                .containsExactly(inTime.id().value());
    }

    @Test
    void a_list_goes_on_after_the_last_one_seen() {
        for (int n = 0; n < 5; n++) {
            some.received(head);
        }
        List<Counted> first = reports.list(head, new Behind(quarter, Figure.RECEIVED, null), Instant.EPOCH, FIRST, 3);

        List<Counted> rest = reports.list(
                head,
                new Behind(quarter, Figure.RECEIVED, null),
                first.getLast().moment(),
                first.getLast().id(),
                3);

        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @Test
    void nobody_counts_what_they_may_not_see() {
        some.received(head);
        Actor elsewhere = offices.hireElsewhere(command, Posts.AGENT, "2");
        Actor stranger = offices.hire(offices.found(), Posts.HEAD, "3");

        assertThat(reports.of(elsewhere, quarter).count(Figure.RECEIVED)).isZero();
        assertThat(reports.of(stranger, quarter).count(Figure.RECEIVED)).isZero();
        assertThat(behind(elsewhere, Figure.RECEIVED)).isEmpty();
    }

    private List<String> rates(AppealReport report) {
        return report.rates().stream().map(rate -> rate.value(report, ENGLISH)).toList();
    }

    private List<Counted> behind(Actor actor, Figure figure) {
        return reports.list(actor, new Behind(quarter, figure, null), Instant.EPOCH, FIRST, 100);
    }

    private Appeal replied() {
        return some.along(head, some.received(head), AppealStep.ACCEPT, AppealStep.FORWARD, AppealStep.REPLY);
    }

    private Dispatch visited(String number, Satisfaction heard) {
        Dispatch dispatch = some.dispatched(head, number, Urgency.URGENT, 0);
        jdbc.sql("update appeal.dispatch set sign_due = now() where bureau = ? and id = ?")
                .params(head.bureau().value(), dispatch.id().value())
                .update();
        Dispatch signed = done(dispatches.sign(head, dispatch.id(), dispatch.version()));
        Dispatch answered = done(dispatches.answer(head, signed.id(), signed.version(), "已处理"));
        return done(dispatches.visit(head, answered.id(), answered.version(), heard, "客户这样说"));
    }
}
