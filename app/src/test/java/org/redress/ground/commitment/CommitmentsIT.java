package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.commitment.ClockChange.Changed;
import org.redress.ground.commitment.ClockChange.Reason;
import org.redress.ground.commitment.ClockChange.Refused;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RedressIT
@Tag("S5.3")
class CommitmentsIT {

    private static final String REPLY = "complaint.reply";

    @Autowired
    Commitments commitments;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Trail trail;

    @Autowired
    Offices offices;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    java.time.Clock time;

    private Instant ago(Duration past) {
        return time.instant().minus(past).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Subject subject() {
        return Subject.ticket(Ids.next());
    }

    private Clock start(Actor actor, Subject subject, Limit limit, Instant at) {
        return commitments.start(actor, ClockStart.within(limit, subject, REPLY, Calendars.ALWAYS, at));
    }

    private Clock only(Actor actor, Subject subject) {
        List<Clock> clocks = commitments.of(actor, subject);
        assertThat(clocks).hasSize(1);
        return clocks.getFirst();
    }

    @Test
    void a_clock_by_rule_remembers_the_version_it_went_by() {
        Actor actor = offices.found();
        Subject subject = subject();
        Instant start = ago(Duration.ofDays(1));
        commitments.start(actor, subject, REPLY, REPLY, Calendars.ALWAYS, start);
        Clock clock = only(actor, subject);
        assertThat(clock.dueAt()).isEqualTo(start.plus(Duration.ofDays(15)));
        assertThat(Objects.requireNonNull(clock.rule()).ref().version()).isEqualTo(2);
        assertThat(clock.state(time.instant())).isEqualTo(ClockState.OK);
    }

    /** GLPI #15569: reminders and automatic closing ignored the calendar. */
    @Test
    void a_deadline_without_a_clock_is_reckoned_as_that_of_a_clock() {
        Actor actor = offices.found();
        Subject subject = subject();
        Instant start = ago(Duration.ZERO);
        commitments.start(actor, subject, REPLY, "card.hearing", Calendars.WORKING, start);
        assertThat(deadlines.after(actor.bureau(), "card.hearing", start))
                .isEqualTo(only(actor, subject).dueAt());
        assertThat(deadlines.after(actor.bureau(), "complaint.reopen", start))
                .isEqualTo(start.plus(Duration.ofDays(30)));
    }

    @Test
    void starting_it_twice_starts_it_once_and_again_after_it_has_ended() {
        Actor actor = offices.found();
        Subject subject = subject();
        Clock first = start(actor, subject, Limit.elapsedHours(4), ago(Duration.ofHours(2)));
        Clock again = start(actor, subject, Limit.elapsedHours(9), ago(Duration.ofHours(1)));
        assertThat(again).isEqualTo(first);
        commitments.stop(actor, subject, REPLY, time.instant());
        start(actor, subject, Limit.elapsedHours(9), ago(Duration.ZERO));
        assertThat(commitments.of(actor, subject))
                .extracting(clock -> clock.state(time.instant()).ended())
                .containsExactly(true, false);
    }

    @Test
    void when_open_clocks_fall_due_is_told_by_subject_and_name() {
        Actor actor = offices.found();
        Instant start = ago(Duration.ofHours(2));
        Subject runs = subject();
        start(actor, runs, Limit.elapsedHours(4), start);
        commitments.start(
                actor, ClockStart.within(Limit.elapsedHours(5), runs, "appeal.decide", Calendars.ALWAYS, start));
        commitments.start(
                actor,
                ClockStart.within(
                        Limit.elapsedHours(6), Subject.segment(runs.id()), "segment.limit", Calendars.ALWAYS, start));
        Subject stands = subject();
        start(actor, stands, Limit.elapsedHours(4), start);
        commitments.pause(actor, stands, REPLY, PauseReason.WAITING_FOR_CUSTOMER, "", null);
        Subject over = subject();
        start(actor, over, Limit.elapsedHours(4), start);
        commitments.stop(actor, over, REPLY, time.instant());

        assertThat(commitments.due(actor, "ticket", List.of(runs.id(), stands.id(), over.id())))
                .isEqualTo(Map.of(
                        runs.id(),
                        Map.of(
                                REPLY,
                                start.plus(Duration.ofHours(4)),
                                "appeal.decide",
                                start.plus(Duration.ofHours(5))),
                        stands.id(),
                        Map.of(REPLY, Instant.MAX)));
    }

    @Test
    void pausing_and_resuming_is_kept_with_who_and_why() {
        Actor actor = offices.found();
        Subject subject = subject();
        start(actor, subject, Limit.elapsedHours(4), ago(Duration.ofHours(2)));
        assertThat(commitments.pause(actor, subject, REPLY, PauseReason.WAITING_FOR_CUSTOMER, "papers", null))
                .isInstanceOf(Changed.class);
        Clock paused = only(actor, subject);
        assertThat(paused.state(time.instant())).isEqualTo(ClockState.PAUSED);
        assertThat(paused.dueAt()).isNull();
        assertThat(paused.pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.note()).isEqualTo("papers");
            assertThat(pause.by()).isEqualTo(actor.staff());
        });
        assertThat(commitments.pause(actor, subject, REPLY, PauseReason.APPOINTMENT, "", null))
                .isEqualTo(new Refused(Reason.PAUSED));
        assertThat(commitments.resume(actor, subject, REPLY)).isInstanceOf(Changed.class);
        Clock running = only(actor, subject);
        assertThat(running.state(time.instant())).isNotEqualTo(ClockState.PAUSED);
        assertThat(running.dueAt()).isNotNull();
        assertThat(commitments.resume(actor, subject, REPLY)).isEqualTo(new Refused(Reason.RUNNING));
        assertThat(trail.of(actor, "ticket", subject.id(), 9))
                .extracting("deed")
                .containsExactly("clock.resume", "clock.pause");
    }

    @Test
    void a_pause_until_an_appointment_comes_back_as_it_went_in() {
        Actor actor = offices.found();
        Subject subject = subject();
        Clock clock = start(actor, subject, Limit.elapsedHours(4), ago(Duration.ofHours(2)));
        Instant until = ago(Duration.ofHours(-3));
        ClockChange change = commitments.pause(actor, subject, REPLY, PauseReason.APPOINTMENT, "", until);
        Clock paused = only(actor, subject);
        assertThat(((Changed) change).clock().dueAt()).isEqualTo(paused.dueAt());
        assertThat(paused.dueAt()).isAfter(until).isAfter(clock.dueAt());
        assertThat(paused.state(until)).isIn(ClockState.OK, ClockState.DUE);
        assertThatThrownBy(() -> commitments.pause(
                        actor, subject, REPLY, PauseReason.APPOINTMENT, "", ago(Duration.ofMinutes(1))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void an_answer_recorded_later_counts_from_when_it_was_given() {
        Actor actor = offices.found();
        Subject subject = subject();
        start(actor, subject, Limit.elapsedHours(4), ago(Duration.ofHours(6)));
        assertThat(only(actor, subject).state(time.instant())).isEqualTo(ClockState.LATE);
        assertThat(commitments.stop(actor, subject, REPLY, ago(Duration.ofHours(-1))))
                .isEqualTo(new Refused(Reason.TOO_LATE));
        assertThat(commitments.stop(actor, subject, REPLY, ago(Duration.ofHours(3))))
                .isInstanceOf(Changed.class);
        assertThat(only(actor, subject).state(time.instant())).isEqualTo(ClockState.DONE);
        assertThat(commitments.stop(actor, subject, REPLY, time.instant())).isEqualTo(new Refused(Reason.ABSENT));
    }

    @Test
    void what_is_cancelled_is_owed_no_longer() {
        Actor actor = offices.found();
        Subject subject = subject();
        start(actor, subject, Limit.elapsedHours(4), ago(Duration.ofHours(2)));
        assertThat(commitments.cancel(actor, subject, REPLY)).isInstanceOf(Changed.class);
        assertThat(only(actor, subject).state(time.instant())).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    void a_batch_brings_clocks_that_run_and_clocks_that_are_over() {
        Actor actor = offices.found();
        Instant start = ago(Duration.ofDays(30));
        List<ClockStart> starts = IntStream.range(0, 1200)
                .mapToObj(n -> {
                    ClockStart one = ClockStart.within(
                            Limit.elapsedDays(15), subject(), REPLY, Calendars.ALWAYS, start.plusSeconds(n));
                    return n % 3 == 0 ? one : one.endedAt(start.plus(Duration.ofDays(n % 3 == 1 ? 3 : 20)));
                })
                .toList();
        commitments.startAll(actor, starts);
        commitments.startAll(
                actor, starts.stream().filter(s -> s.endedAt() == null).toList());
        Map<Subject, List<Clock>> found =
                commitments.of(actor, starts.stream().map(ClockStart::subject).toList());
        assertThat(found).hasSize(1200);
        assertThat(found.values().stream().flatMap(List::stream).map(clock -> clock.state(time.instant())))
                .containsOnly(ClockState.LATE, ClockState.DONE, ClockState.DONE_LATE)
                .hasSize(1200);
    }

    @Test
    void what_falls_due_is_listed_in_its_order_page_by_page_and_what_stands_still_is_not() {
        Actor actor = offices.found();
        List<Subject> subjects =
                Stream.generate(CommitmentsIT::subject).limit(25).toList();
        for (int n = 0; n < 25; n++) {
            start(actor, subjects.get(n), Limit.elapsedHours(4), ago(Duration.ofHours(3 + n / 2)));
        }
        commitments.pause(actor, subjects.get(3), REPLY, PauseReason.FORCE_MAJEURE, "", null);
        commitments.stop(actor, subjects.get(4), REPLY, time.instant());
        List<Subject> seen = new ArrayList<>();
        Instant before = time.instant().plus(Duration.ofHours(2));
        DueAfter after = DueAfter.START;
        List<Clock> page = commitments.dueBefore(actor, "ticket", before, after, 7);
        while (!page.isEmpty()) {
            page.forEach(clock -> seen.add(clock.subject()));
            Clock last = page.getLast();
            after = new DueAfter(Objects.requireNonNull(last.dueAt()), last.id());
            page = commitments.dueBefore(actor, "ticket", before, after, 7);
        }
        Set<Subject> expected = new HashSet<>(subjects);
        expected.remove(subjects.get(3));
        expected.remove(subjects.get(4));
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void of_two_who_pause_at_once_one_is_told() throws Exception {
        Actor actor = offices.found();
        Subject subject = subject();
        start(actor, subject, Limit.elapsedHours(4), ago(Duration.ofHours(2)));
        Callable<ClockChange> pause = () -> commitments.pause(actor, subject, REPLY, PauseReason.APPOINTMENT, "", null);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<ClockChange>> both = two.invokeAll(List.of(pause, pause));
            List<ClockChange> changes = List.of(both.get(0).get(), both.get(1).get());
            assertThat(changes).filteredOn(Changed.class::isInstance).hasSize(1);
            assertThat(changes).contains(new Refused(Reason.PAUSED));
        }
        assertThat(only(actor, subject).pauses()).hasSize(1);
    }

    @Test
    void who_may_not_change_the_subject_may_not_change_its_clock() {
        Actor command = offices.found();
        Actor quality = offices.hire(command, Posts.QUALITY, "1");
        Subject customer = new Subject("customer", UUID.randomUUID());
        assertThatThrownBy(() -> start(quality, customer, Limit.elapsedHours(4), ago(Duration.ZERO)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> commitments.of(quality, new Subject("nothing", UUID.randomUUID())))
                .isInstanceOf(Problem.class);
    }

    @Test
    void one_bureau_never_sees_the_clocks_of_another() {
        Actor here = offices.found();
        Actor there = offices.found();
        Subject subject = subject();
        start(here, subject, Limit.elapsedHours(4), ago(Duration.ofHours(2)));
        assertThat(commitments.of(there, subject)).isEmpty();
        assertThat(commitments.stop(there, subject, REPLY, time.instant())).isEqualTo(new Refused(Reason.ABSENT));
    }

    @Test
    void every_question_has_an_index() {
        Actor actor = offices.found();
        assertThat(plan("bureau = 1 and subject = '00000000-0000-0000-0000-000000000000'"))
                .contains("clock_subject");
        assertThat(plan("bureau = 1 and ending = 'OPEN' and due_at < '2026-01-01' order by due_at, id limit 9"))
                .contains("clock_due")
                .doesNotContain("Sort");
        assertThat(plan("bureau = 1 and ending = 'OPEN' and calendar = any('{a,b}') and id > "
                        + "'00000000-0000-0000-0000-000000000000'"))
                .contains("clock_");
        assertThat(plan(
                        "bureau = 1 and ending = 'OPEN' and rule_code = 'complaint.reply' and (amount <> 20 or unit <> 'X')"
                                + " and id > '00000000-0000-0000-0000-000000000000' order by id limit 9"))
                .contains("clock_by_rule")
                .doesNotContain("Sort");
        assertThat(commitments.of(actor, List.of())).isEmpty();
    }

    private String plan(String where) {
        return Objects.requireNonNull(jdbc.<String>execute((org.springframework.jdbc.core.StatementCallback<String>)
                statement -> {
                    statement.execute("set enable_seqscan = off");
                    StringBuilder plan = new StringBuilder();
                    try (var rows = statement.executeQuery("explain select * from commitment.clock where " + where)) {
                        while (rows.next()) {
                            plan.append(rows.getString(1)).append('\n');
                        }
                    }
                    statement.execute("reset enable_seqscan");
                    return plan.toString();
                }));
    }
}
