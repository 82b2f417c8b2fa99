package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.commitment.Clock.Terms;
import org.redress.ground.commitment.ClockChange.Changed;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.database.Moments;
import org.redress.platform.web.Problem;
import org.redress.support.Browser;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A limit that changes reaches what runs, with the time already paused (GLPI #15605). */
@RedressIT
@Tag("S5.3")
class RevisedLimitsIT {

    private static final String REPLY = "complaint.reply";
    private static final String PAGE = "/rules/" + REPLY;

    @Autowired
    Commitments commitments;

    @Autowired
    RevisedLimits limits;

    @Autowired
    ClockRows rows;

    @Autowired
    SpanRows spans;

    @Autowired
    CalendarShelf calendars;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Trail trail;

    @Autowired
    Offices offices;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    java.time.Clock time;

    private Actor command;
    private Actor quality;
    private Browser browser;
    private Actor manager;
    private Browser other;

    @BeforeEach
    void open() throws Exception {
        command = offices.found();
        quality = offices.hire(command, Posts.QUALITY, "1");
        browser = Browser.of(web, quality);
        manager = offices.hire(command, Posts.GENERAL_MANAGER, "2");
        other = Browser.of(web, manager);
    }

    private Instant ago(Duration past) {
        return time.instant().minus(past).truncatedTo(ChronoUnit.SECONDS);
    }

    private Subject started(Duration past) {
        Subject subject = Subject.ticket(Ids.next());
        commitments.start(command, subject, REPLY, REPLY, Calendars.ALWAYS, ago(past));
        return subject;
    }

    /** Stood still for a time that ends now. */
    private Subject paused(Duration past, Duration pause) {
        Subject subject = Subject.ticket(Ids.next());
        Rule rule = inForce();
        Terms terms = new Terms(rule.limit(), rule, calendars.get(command.bureau(), Calendars.ALWAYS), 20);
        Clock clock = ClockSteps.start(Ids.next(), subject, REPLY, terms, ago(past));
        Pause still = new Pause(PauseReason.WAITING_FOR_CUSTOMER, "", ago(pause), null, command.staff());
        List<Clock> one = List.of(((Changed) ClockSteps.pause(clock, still)).clock());
        rows.insert(command.bureau(), one);
        spans.insert(command.bureau(), one);
        assertThat(commitments.resume(command, subject, REPLY)).isInstanceOf(Changed.class);
        return subject;
    }

    private Clock clock(Subject subject) {
        return commitments.of(command, subject).getLast();
    }

    private Instant due(Subject subject) {
        return Objects.requireNonNull(clock(subject).dueAt());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), command.zone());
    }

    private Rule inForce() {
        return rulebook.get(command.bureau(), REPLY, today());
    }

    private Rule revised(int days) throws Exception {
        assertThat(browser.send(
                                PAGE + "/revise",
                                "scope",
                                "CN",
                                "amount",
                                String.valueOf(days),
                                "from",
                                today().toString(),
                                "source",
                                "order 99")
                        .status())
                .isEqualTo(303);
        return inForce();
    }

    private void apply(Rule rule) throws Exception {
        assertThat(other.send(PAGE + "/apply", "version", rule.id().toString()).next())
                .isEqualTo(PAGE);
        Awaitility.await().until(() -> limits.behind(quality, rule) == 0);
    }

    @Test
    void the_page_of_a_revised_rule_lays_the_new_limit_over_what_runs() throws Exception {
        Subject runs = started(Duration.ofDays(4));
        Subject stood = paused(Duration.ofDays(6), Duration.ofDays(2));
        Subject late = started(Duration.ofDays(16));
        Subject ended = started(Duration.ofDays(5));
        commitments.stop(command, ended, REPLY, time.instant());
        Subject byHand = Subject.ticket(Ids.next());
        commitments.start(
                command,
                ClockStart.within(Limit.elapsedDays(15), byHand, REPLY, Calendars.ALWAYS, ago(Duration.ofDays(1))));
        assertThat(other.look(PAGE).page()).doesNotContain(PAGE + "/apply");

        Rule rule = revised(20);
        assertThat(clock(runs).limit())
                .as("nothing changes by the revision alone")
                .isEqualTo(Limit.elapsedDays(15));
        assertThat(browser.look(PAGE).page())
                .contains("3 running clocks have another limit than 20 days", "Somebody other than whoever entered")
                .doesNotContain(PAGE + "/apply");
        assertThat(browser.send(PAGE + "/apply", "version", rule.id().toString())
                        .status())
                .isEqualTo(409);
        assertThat(other.look(PAGE).page()).contains(PAGE + "/apply");
        Instant stoodDue = due(stood);
        apply(rule);

        assertThat(clock(runs).dueAt()).isEqualTo(clock(runs).startedAt().plus(Duration.ofDays(20)));
        assertThat(clock(runs).rule()).isEqualTo(rule);
        assertThat(due(stood)).as("two days stay paused").isEqualTo(stoodDue.plus(Duration.ofDays(5)));
        assertThat(Duration.between(clock(stood).startedAt(), due(stood))).isGreaterThanOrEqualTo(Duration.ofDays(22));
        assertThat(clock(late).state(time.instant())).isEqualTo(ClockState.LATE);
        assertThat(clock(late).lateSince()).isEqualTo(clock(late).startedAt().plus(Duration.ofDays(15)));
        assertThat(clock(ended).limit()).isEqualTo(Limit.elapsedDays(15));
        assertThat(clock(byHand).limit()).isEqualTo(Limit.elapsedDays(15));
        assertThat(clock(runs).changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(Limit.elapsedDays(15));
            assertThat(change.by()).isEqualTo(manager.staff());
        });
        assertThat(trail.of(command, "ticket", runs.id(), 9)).extracting("deed").containsExactly("clock.limit");
        assertThat(trail.of(command, "rule", rule.id(), 9))
                .extracting("deed")
                .containsExactly("rule.apply", "rule.revise");
        assertThat(other.look(PAGE).page()).doesNotContain(PAGE + "/apply");
    }

    @Test
    void a_shorter_limit_warns_and_escalates_by_itself() throws Exception {
        Subject runs = started(Duration.ofDays(6));
        apply(revised(5));
        Clock clock = clock(runs);
        assertThat(clock.dueAt()).isEqualTo(clock.startedAt().plus(Duration.ofDays(5)));
        assertThat(clock.lateSince(time.instant())).isEqualTo(clock.dueAt());
        assertThat(jdbc.sql("select next_at <= :now from commitment.clock where bureau = :bureau and id = :id")
                        .param("now", Moments.at(time.instant()))
                        .param("bureau", command.bureau().value())
                        .param("id", clock.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_killed_job_goes_on_where_it_was_and_gives_nobody_the_limit_twice() throws Exception {
        List<Subject> many =
                Stream.generate(() -> Subject.ticket(Ids.next())).limit(1200).toList();
        Rule before = inForce();
        commitments.startAll(
                command,
                many.stream()
                        .map(one -> ClockStart.by(before, one, REPLY, Calendars.ALWAYS, ago(Duration.ofDays(3))))
                        .toList());
        Rule rule = revised(20);
        String work = "%d %s %s %s"
                .formatted(
                        command.bureau().value(),
                        REPLY,
                        rule.id(),
                        quality.staff().value());
        transaction.executeWithoutResult(status -> limits.batch(quality, REPLY, rule.id(), new UUID(0, 0)));
        assertThat(limits.behind(quality, rule))
                .as("the process died after one batch")
                .isEqualTo(700);

        limits.run(work);
        limits.run(work);
        assertThat(limits.behind(quality, rule)).isZero();
        assertThat(commitments.of(command, many).values())
                .hasSize(1200)
                .allSatisfy(clocks -> assertThat(clocks.getLast().changes()).hasSize(1));
        assertThat(jdbc.sql("select count(*) from platform.outbox where bureau = ? and topic = ?")
                        .params(command.bureau().value(), ClocksRecounted.TOPIC)
                        .query(Integer.class)
                        .single())
                .as("told in three batches, as far as it has not been heard yet")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void who_saw_another_version_applies_none_and_a_job_for_one_that_was_replaced_does_nothing() throws Exception {
        Subject runs = started(Duration.ofDays(4));
        Rule seen = revised(20);
        Rule rule = revised(25);
        assertThat(other.send(PAGE + "/apply", "version", seen.id().toString()).status())
                .isEqualTo(409);
        limits.run("%d %s %s %s"
                .formatted(
                        command.bureau().value(),
                        REPLY,
                        seen.id(),
                        quality.staff().value()));
        assertThat(clock(runs).limit()).isEqualTo(Limit.elapsedDays(15));
        apply(rule);
        assertThat(clock(runs).limit()).isEqualTo(Limit.elapsedDays(25));
    }

    @Test
    void a_rule_that_limits_no_time_has_nothing_to_apply() throws Exception {
        Rule percent = rulebook.get(command.bureau(), "clock.warn", today());
        Browser.Answer refused =
                browser.send("/rules/clock.warn/apply", "version", percent.id().toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()).contains("clock.warn is no time limit");
    }

    @Test
    void who_may_not_revise_a_rule_sees_what_it_would_reach_and_cannot_apply_it() throws Exception {
        started(Duration.ofDays(4));
        Rule rule = revised(20);
        Actor agent = offices.hire(command, Posts.AGENT, "3");
        Browser beside = Browser.of(web, agent);
        assertThat(beside.look(PAGE).page())
                .contains("1 running clock has another limit than 20 days")
                .doesNotContain(PAGE + "/apply");
        assertThat(beside.send(PAGE + "/apply", "version", rule.id().toString()).status())
                .isEqualTo(403);
        assertThatThrownBy(() -> limits.bring(agent, rule)).isInstanceOf(Problem.class);
        assertThat(limits.behind(offices.found(), rule))
                .as("another bureau's clocks")
                .isZero();
    }
}
