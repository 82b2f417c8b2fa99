package org.redress.desk.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.outlet.PromiseMonth.Verdict;
import org.redress.desk.outlet.PromiseResult.Done;
import org.redress.desk.outlet.PromiseResult.Reason;
import org.redress.desk.outlet.PromiseResult.Refused;
import org.redress.ground.commitment.Measure;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.trail.Trail;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
@Tag("S2.2")
class PromisesIT {

    @Autowired
    Promises promises;

    @Autowired
    PromiseFigures figures;

    @Autowired
    PublicBoard board;

    @Autowired
    SomePromises some;

    @Autowired
    Offices offices;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    private Actor command;
    private Actor shen;
    private YearMonth month;

    @BeforeEach
    void open() {
        command = offices.found();
        shen = offices.hire(command, Posts.QUALITY, "shen");
        month = some.month(shen);
        some.measured(command, month.minusMonths(1), 19, 1);
        some.measured(command, month.minusMonths(2), 18, 2);
        some.measured(command, month.minusMonths(3), 3, 0);
    }

    private Verdict verdict(PromiseId id, int monthsAgo) {
        return months(id).get(11 - monthsAgo).verdict();
    }

    private List<PromiseMonth> months(PromiseId id) {
        return some.standing(figures, shen, id).getFirst().months();
    }

    @Test
    void a_month_is_judged_by_its_counts_and_too_few_are_not_judged() {
        PromiseId id = some.published(shen, "FAULT-72", "95", 4);
        assertThat(verdict(id, 1)).isEqualTo(Verdict.MET);
        assertThat(verdict(id, 2)).isEqualTo(Verdict.MISSED);
        assertThat(verdict(id, 3)).isEqualTo(Verdict.TOO_FEW);
        assertThat(verdict(id, 4)).isEqualTo(Verdict.NOTHING);
        assertThat(months(id).get(10).figures()).extracting("kept", "late").containsExactly(19L, 1L);
    }

    @Test
    void what_a_board_keeps_is_what_is_counted_and_a_promise_itself_is_counted_each_time() {
        PromiseId id = some.published(shen, "FAULT-72", "95", 4);
        List<Promise> one = List.of(promises.get(shen, id));
        List<PromiseMonth> kept = figures.kept(shen, one).getFirst().months();
        assertThat(kept).isEqualTo(months(id));
        assertThat(board.of(shen.bureau()).getFirst().months()).isEqualTo(kept);
        some.measured(command, month.minusMonths(1), 0, 5);
        assertThat(months(id).get(10).figures().late()).isEqualTo(6);
    }

    @Test
    void a_month_before_it_was_promised_is_measured_and_not_judged() {
        PromiseId id = some.published(shen, "FAULT-72", "95", 1);
        assertThat(verdict(id, 1)).isEqualTo(Verdict.MET);
        assertThat(verdict(id, 2)).isEqualTo(Verdict.NOT_PROMISED);
        assertThat(months(id).get(9).target()).isNull();
    }

    @Test
    void another_target_begins_with_a_month_that_has_not_begun_and_old_months_keep_theirs() {
        PromiseId id = some.published(shen, "FAULT-72", "95", 4);
        assertThatThrownBy(() -> promises.change(shen, id, 2, SomePromises.words("80"), month))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("promise.month");
        assertThatThrownBy(() -> promises.change(shen, id, 2, SomePromises.words("95"), month.minusMonths(1)))
                .isInstanceOf(Problem.class);
        assertThat(promises.change(shen, id, 2, SomePromises.words("80"), month.plusMonths(1)))
                .isInstanceOf(Done.class);
        Promise now = promises.get(shen, id);
        assertThat(verdict(id, 2)).isEqualTo(Verdict.MISSED);
        assertThat(now.shown(month).target()).isEqualByComparingTo("95");
        assertThat(now.shown(month.plusMonths(1)).target()).isEqualByComparingTo("80");
        assertThat(promises.change(shen, id, 3, SomePromises.words("80"), month.plusMonths(2)))
                .isInstanceOf(Done.class);
        assertThatThrownBy(() -> promises.change(shen, id, 4, SomePromises.words("80"), month.plusMonths(1)))
                .as("it would reach in front of a version that is there")
                .isInstanceOf(Problem.class);
    }

    @Test
    void other_words_may_begin_with_this_month() {
        PromiseId id = some.published(shen, "FAULT-72", "95", 4);
        PromiseDraft words = new PromiseDraft(
                "改了",
                "Changed",
                "改了字。",
                "Other words.",
                SomePromises.words("95").target());
        assertThat(promises.change(shen, id, 2, words, month)).isInstanceOf(Done.class);
        Promise now = promises.get(shen, id);
        assertThat(now.shown(month).titleEn()).isEqualTo("Changed");
        assertThat(now.shown(month.minusMonths(1)).titleEn()).isEqualTo("Answered in 72 hours");
    }

    @Test
    void what_was_promised_is_not_rewritten_not_even_in_the_database() {
        PromiseId id = some.draft(shen, "FAULT-72", "95");
        for (String sql : List.of(
                "update outlet.promise_wording set target = 1 where bureau = ? and promise = ?",
                "delete from outlet.promise_wording where bureau = ? and promise = ?")) {
            assertThatThrownBy(() -> jdbc.sql(sql)
                            .params(shen.bureau().value(), id.value())
                            .update())
                    .hasMessageContaining("not rewritten");
        }
    }

    @Test
    void a_draft_is_for_its_keepers_alone() {
        PromiseId id = some.draft(shen, "FAULT-72", "95");
        Actor lin = offices.hire(command, Posts.AGENT, "lin");
        assertThat(promises.list(shen, false, "", 5)).hasSize(1);
        assertThat(promises.list(lin, false, "", 5)).isEmpty();
        assertThatThrownBy(() -> promises.get(lin, id)).isInstanceOf(Problem.class);
        assertThat(board.of(shen.bureau())).isEmpty();
        promises.publish(shen, id, 1, some.today(shen).plusDays(3));
        assertThat(promises.get(lin, id).state(some.today(lin))).isEqualTo(Promise.State.AHEAD);
        assertThat(board.of(shen.bureau())).as("announced is not public yet").isEmpty();
    }

    @Test
    void published_once_and_withdrawn_for_good() {
        PromiseId id = some.published(shen, "FAULT-72", "95", 2);
        LocalDate today = some.today(shen);
        assertThat(board.of(shen.bureau())).hasSize(1);
        assertThat(promises.publish(shen, id, 2, today)).isEqualTo(new Refused(Reason.PUBLISHED));
        assertThat(promises.withdraw(shen, id, 1, "不做了")).isEqualTo(new Refused(Reason.MOVED));
        assertThat(promises.withdraw(shen, id, 2, "不做了")).isInstanceOf(Done.class);
        assertThat(board.of(shen.bureau())).isEmpty();
        assertThat(promises.withdraw(shen, id, 3, "再来")).isEqualTo(new Refused(Reason.WITHDRAWN));
        assertThat(promises.publish(shen, id, 3, today)).isEqualTo(new Refused(Reason.WITHDRAWN));
        assertThat(promises.change(shen, id, 3, SomePromises.words("90"), month.plusMonths(1)))
                .isEqualTo(new Refused(Reason.WITHDRAWN));
        assertThat(promises.list(shen, false, "", 5)).isEmpty();
        assertThat(promises.list(shen, true, "", 5)).hasSize(1);
        assertThat(trail.of(command, Promises.KIND, id.value(), 9))
                .extracting("deed")
                .containsExactly("promise.withdraw", "promise.publish", "promise.draft");
    }

    @Test
    void bad_input_is_refused_at_its_field() {
        some.draft(shen, "FAULT-72", "95");
        assertThatThrownBy(() -> some.draft(shen, "FAULT-72", "95")).hasMessageContaining("promise.taken");
        assertThatThrownBy(() -> some.draft(shen, "fault 72", "95")).hasMessageContaining("promise.code");
        for (String target : List.of("0", "-1", "100.1", "99.95")) {
            assertThatThrownBy(() -> some.draft(shen, "OTHER", target))
                    .as(target)
                    .hasMessageContaining("promise.target");
        }
        Measure unknown = new Measure("ticket", "complaint.reply", "install.late.damages");
        assertThatThrownBy(() -> promises.draft(shen, "OTHER", unknown, SomePromises.words("95")))
                .hasMessageContaining("promise.measure");
        PromiseDraft empty =
                new PromiseDraft(" ", "x", "x", "x", SomePromises.words("95").target());
        assertThatThrownBy(() -> promises.draft(shen, "OTHER", SomePromises.FAULT, empty))
                .hasMessageContaining("promise.missing");
        PromiseId id = some.draft(shen, "OTHER", "95");
        assertThatThrownBy(() ->
                        promises.publish(shen, id, 1, month.minusMonths(12).atDay(1)))
                .hasMessageContaining("promise.from");
    }

    @Test
    void only_its_keepers_change_it_and_other_bureaus_know_nothing_of_it() {
        PromiseId id = some.published(shen, "FAULT-72", "95", 2);
        Actor gao = offices.hireElsewhere(command, Posts.HEAD, "gao");
        assertThat(promises.get(gao, id).code()).isEqualTo("FAULT-72");
        assertThatThrownBy(() -> promises.withdraw(gao, id, 2, "我说了算")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> some.draft(gao, "OTHER", "95")).isInstanceOf(Problem.class);
        Actor stranger = offices.found();
        assertThatThrownBy(() -> promises.get(stranger, id)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> promises.withdraw(stranger, id, 2, "别家")).isInstanceOf(Problem.class);
        assertThat(promises.list(stranger, false, "", 5)).isEmpty();
        assertThat(board.of(stranger.bureau())).isEmpty();
    }

    @Test
    void of_two_who_change_it_at_once_one_gets_through() throws Exception {
        PromiseId id = some.published(shen, "FAULT-72", "95", 2);
        List<Callable<PromiseResult>> both = List.of(
                () -> promises.change(shen, id, 2, SomePromises.words("90"), month.plusMonths(1)),
                () -> promises.withdraw(shen, id, 2, "不做了"));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<PromiseResult> results =
                    threads.invokeAll(both).stream().map(Future::resultNow).toList();
            assertThat(results).filteredOn(Done.class::isInstance).hasSize(1);
        }
        assertThat(promises.get(shen, id).version()).isEqualTo(3);
    }

    @Test
    void the_list_goes_on_after_the_last_one_seen() {
        some.draft(shen, "B", "95");
        some.draft(shen, "A", "95");
        some.draft(shen, "C", "95");
        assertThat(promises.list(shen, false, "", 2)).extracting(Promise::code).containsExactly("A", "B");
        assertThat(promises.list(shen, false, "B", 2)).extracting(Promise::code).containsExactly("C");
    }
}
