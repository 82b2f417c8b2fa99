package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.desk.ticket.Channel;
import org.redress.desk.ticket.NewTicket;
import org.redress.desk.ticket.TicketKind;
import org.redress.desk.ticket.Tickets;
import org.redress.ground.commitment.Escalations.Before;
import org.redress.ground.identity.Absences;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.notification.Inbox;
import org.redress.ground.notification.InboxEntry;
import org.redress.ground.rulebook.Limit;
import org.redress.platform.web.Problem;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressIT
class EscalationsIT {

    private static final String LIMIT = "cause.name";

    @Autowired
    Commitments commitments;

    @Autowired
    Escalations escalations;

    @Autowired
    Watch watch;

    @Autowired
    LateHeard late;

    @Autowired
    Calendars calendars;

    @Autowired
    Tickets tickets;

    @Autowired
    Bureaus bureaus;

    @Autowired
    Staff staff;

    @Autowired
    Actors actors;

    @Autowired
    Absences absences;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    java.time.Clock time;

    private Actor command;
    private Actor agent;
    private Actor head;
    private Actor director;
    private Actor manager;

    /** A team below a department, with everybody on the ladder. */
    @BeforeEach
    void found() {
        Bureau bureau = bureaus.found("云泽分公司", "Yunze branch", ZoneId.of("Asia/Shanghai"), "CN", "CN", "CNY", false);
        UnitId office =
                bureaus.addUnit(bureau.id(), "office", "总经理室", "Management").id();
        UnitId department = bureaus.addUnit(bureau.id(), "service", "客服部", "Customer service", office)
                .id();
        UnitId team = bureaus.addUnit(bureau.id(), "team", "热线一班", "Hot line team 1", department)
                .id();
        command = bureaus.command(bureau);
        agent = hire("agent", team, Posts.AGENT);
        head = hire("head", team, Posts.HEAD);
        director = hire("director", department, Posts.DIRECTOR);
        manager = hire("manager", office, Posts.GENERAL_MANAGER);
    }

    private Actor hire(String name, UnitId unit, String post) {
        StaffId id =
                staff.add(command, name + "@" + command.bureau().value(), "a long password", name, name, unit, post);
        return actors.of(command.bureau(), id);
    }

    /** A ticket of the agent with a clock of four hours that started some time ago. */
    /** Until nothing is ripe any more: the product's own job looks meanwhile, and may have taken a clock first. */
    private void look() {
        Awaitility.await().until(() -> {
            watch.look();
            return jdbc.sql("select not exists (select from commitment.clock where bureau = ? and next_at <= ?)")
                    .params(command.bureau().value(), time.instant().atOffset(ZoneOffset.UTC))
                    .query(Boolean.class)
                    .single();
        });
    }

    private Subject matter(Duration ago) {
        Subject subject = Subject.ticket(tickets.open(
                        agent,
                        new NewTicket(TicketKind.COMPLAINT, Channel.HOT_LINE, "宽带断了", "三天了没人来", null, null, null, null))
                .id()
                .value());
        Instant start = time.instant().minus(ago).truncatedTo(ChronoUnit.SECONDS);
        commitments.start(agent, ClockStart.within(Limit.elapsedHours(4), subject, LIMIT, Calendars.ALWAYS, start));
        return subject;
    }

    private List<Rung> rungs(Subject subject) {
        return escalations.of(agent, List.of(subject)).stream()
                .map(Escalation::rung)
                .toList();
    }

    private Escalation last(Subject subject) {
        return escalations.of(agent, List.of(subject)).getLast();
    }

    /** Lets the time go by for which the ladder waits, if it does. */
    private void pass(Subject subject) {
        jdbc.sql("""
                        update commitment.clock set next_at = least(next_at, now() - interval '1 second')
                         where bureau = :bureau and subject = :subject and name = :name and next_at is not null
                        """)
                .param("bureau", command.bureau().value())
                .param("subject", subject.id())
                .param("name", LIMIT)
                .update();
    }

    private Instant next(Subject subject) {
        return jdbc.sql("select next_at from commitment.clock where bureau = ? and subject = ? and name = ?")
                .params(command.bureau().value(), subject.id(), LIMIT)
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }

    @Test
    @Tag("S5.3")
    void a_late_matter_goes_up_rung_by_rung_and_each_rung_is_told_once() {
        Subject subject = matter(Duration.ofHours(5));
        look();
        look();
        assertThat(rungs(subject)).containsExactly(Rung.PERSON);
        assertThat(last(subject).staff()).isEqualTo(agent.staff());
        assertThat(jdbc.sql("select address from notification.message where bureau = ? and code = 'escalation'")
                        .param(command.bureau().value())
                        .query((row, n) -> row.getString(1))
                        .list())
                .as("behind the bell of whoever is told")
                .containsExactly(agent.staff().value().toString());
        pass(subject);
        look();
        assertThat(last(subject).staff()).isEqualTo(head.staff());
        pass(subject);
        look();
        assertThat(last(subject).staff()).isEqualTo(director.staff());
        pass(subject);
        look();
        look();
        assertThat(last(subject).staff()).isEqualTo(manager.staff());
        pass(subject);
        look();
        assertThat(rungs(subject)).containsExactly(Rung.PERSON, Rung.HEAD, Rung.DIRECTOR, Rung.GENERAL_MANAGER);
    }

    @Test
    @Tag("S5.3")
    void the_ladder_of_a_clock_that_runs_day_and_night_follows_a_change_of_the_days_on_which_people_work() {
        Subject subject = matter(Duration.ofHours(5));
        look();
        Instant before = next(subject);
        LocalDate day = LocalDate.ofInstant(before, command.zone());
        calendars.putDate(command, Calendars.WORKING, day, "", "台风停工", "应急办");
        assertThat(next(subject)).isAfter(before);
    }

    @Test
    void a_clock_warns_before_it_is_late_and_neither_comes_early() {
        Subject subject = matter(Duration.ofHours(3).plusMinutes(11));
        look();
        assertThat(rungs(subject)).isEmpty();
        Subject near = matter(Duration.ofHours(3).plusMinutes(13));
        look();
        assertThat(rungs(near)).containsExactly(Rung.WARNED);
        assertThat(escalations.mine(agent, Before.NEWEST, 10)).isEmpty();
    }

    @Test
    void a_warning_reads_as_one_and_only_what_is_late_is_called_late() {
        matter(Duration.ofHours(3).plusMinutes(13));
        look();
        assertThat(told(agent)).containsExactly("escalation.warned");
        InboxEntry warned = bell();
        assertThat(warned.title()).endsWith("快到时限");
        assertThat(warned.body()).contains("须在").doesNotContain("超时");
        matter(Duration.ofHours(5));
        look();
        assertThat(told(agent)).containsExactly("escalation.warned", "escalation");
        InboxEntry late = bell();
        assertThat(late.title()).endsWith("已超时").doesNotContain("快");
        staff.choose(agent, Locale.ENGLISH);
        matter(Duration.ofHours(3).plusMinutes(13));
        look();
        InboxEntry english = bell();
        assertThat(english.title()).endsWith("is due soon");
        assertThat(english.body()).doesNotContain("was due");
    }

    /** What is behind the agent's bell, once it is there; it is read then. */
    private InboxEntry bell() {
        InboxEntry entry = Awaitility.await()
                .until(() -> inbox.list(agent, true, null, 1), unread -> !unread.isEmpty())
                .getFirst();
        inbox.readAll(agent, entry.id());
        return entry;
    }

    @Test
    void a_clock_that_stands_still_is_never_late_and_one_that_was_late_stays_so() {
        Subject waiting = matter(Duration.ofHours(3));
        commitments.pause(agent, waiting, LIMIT, PauseReason.WAITING_FOR_CUSTOMER, "", null);
        pass(waiting);
        look();
        assertThat(rungs(waiting)).isEmpty();
        Subject late = matter(Duration.ofHours(5));
        look();
        commitments.pause(agent, late, LIMIT, PauseReason.WAITING_FOR_CUSTOMER, "", null);
        pass(late);
        look();
        assertThat(rungs(late)).as("it stands still, nobody further up is told").containsExactly(Rung.PERSON);
        commitments.resume(agent, late, LIMIT);
        commitments.stop(agent, late, LIMIT, time.instant());
        assertThat(commitments.of(agent, late))
                .filteredOn(clock -> clock.name().equals(LIMIT))
                .allMatch(clock -> clock.state(time.instant()) == ClockState.DONE_LATE);
    }

    @Test
    void an_answer_holds_the_ladder_for_a_while_and_only_those_who_may_give_it() {
        Subject subject = matter(Duration.ofHours(5));
        look();
        UUID put = last(subject).id();
        Instant unanswered = next(subject);
        Actor stranger = hire("stranger", agent.unit(), Posts.AGENT);
        assertThatThrownBy(() -> escalations.answer(stranger, put, "我来")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> escalations.answer(agent, put, "  ")).isInstanceOf(Problem.class);
        escalations.answer(agent, put, "下午四点上门");
        escalations.answer(agent, put, "第二句话不算");
        assertThat(last(subject).answer())
                .satisfies(answer -> assertThat(answer.words()).isEqualTo("下午四点上门"));
        assertThat(escalations.mine(agent, Before.NEWEST, 10)).isEmpty();
        assertThat(next(subject))
                .as("it waits anew, longer than without an answer")
                .isAfter(unanswered);
        look();
        assertThat(rungs(subject)).containsExactly(Rung.PERSON);
        pass(subject);
        look();
        assertThat(rungs(subject)).containsExactly(Rung.PERSON, Rung.HEAD);
        assertThat(escalations.mine(head, Before.NEWEST, 10))
                .extracting(Escalation::subject)
                .containsExactly(subject);
    }

    @Test
    void what_is_done_waits_for_no_answer_any_more() {
        Subject subject = matter(Duration.ofHours(5));
        look();
        assertThat(escalations.count(agent)).isEqualTo(1);
        commitments.stop(agent, subject, LIMIT, time.instant());
        assertThat(escalations.count(agent)).isZero();
        assertThat(escalations.mine(agent, Before.NEWEST, 10)).isEmpty();
        assertThat(rungs(subject)).containsExactly(Rung.PERSON);
    }

    @Test
    void a_clock_that_cannot_be_looked_at_keeps_no_other_waiting() {
        Subject broken = matter(Duration.ofHours(6));
        Subject sound = matter(Duration.ofHours(5));
        jdbc.sql("update commitment.clock set rung = 'NO SUCH RUNG' where bureau = ? and subject = ? and name = ?")
                .params(command.bureau().value(), broken.id(), LIMIT)
                .update();
        look();
        assertThat(rungs(sound)).containsExactly(Rung.PERSON);
        assertThat(next(broken)).isAfter(time.instant());
    }

    @Test
    void whoever_is_away_without_a_deputy_is_passed_over_for_the_head() {
        Instant now = time.instant();
        absences.add(agent, agent.staff(), now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), null);
        Subject subject = matter(Duration.ofHours(5));
        look();
        assertThat(last(subject).staff()).isEqualTo(head.staff());
    }

    private void leave(Actor... people) {
        for (Actor person : people) {
            staff.setActive(command, person.name() + "@" + command.bureau().value(), false);
        }
    }

    private List<String> told(Actor person) {
        return jdbc.sql(
                        "select code from notification.message where bureau = ? and address = ? and code like 'escalation%' order by id")
                .params(command.bureau().value(), person.staff().value().toString())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    @Tag("S5.3")
    void a_post_that_nobody_holds_is_passed_over_at_once_and_whoever_is_told_knows_why() {
        leave(head);
        Subject subject = matter(Duration.ofHours(5));
        look();
        pass(subject);
        look();
        assertThat(rungs(subject)).containsExactly(Rung.PERSON, Rung.DIRECTOR);
        assertThat(last(subject).staff()).isEqualTo(director.staff());
        assertThat(last(subject).passed()).containsExactly(Rung.HEAD);
        assertThat(told(director)).containsExactly("escalation.passed");
        pass(subject);
        look();
        assertThat(last(subject).staff()).isEqualTo(manager.staff());
        assertThat(last(subject).passed()).isEmpty();
        assertThat(told(manager)).containsExactly("escalation");
    }

    @Test
    @Tag("S5.3")
    void what_passes_two_posts_stops_at_the_top_and_what_nobody_can_be_told_of_goes_up_by_itself() {
        leave(head, director);
        Subject subject = matter(Duration.ofHours(5));
        look();
        pass(subject);
        look();
        assertThat(last(subject))
                .extracting(Escalation::rung, Escalation::staff, Escalation::passed)
                .containsExactly(Rung.GENERAL_MANAGER, manager.staff(), List.of(Rung.HEAD, Rung.DIRECTOR));
        pass(subject);
        look();
        assertThat(rungs(subject)).containsExactly(Rung.PERSON, Rung.GENERAL_MANAGER);

        leave(manager);
        Subject nobodys = matter(Duration.ofHours(5));
        look();
        pass(nobodys);
        look();
        assertThat(last(nobodys))
                .extracting(Escalation::rung, Escalation::staff, Escalation::passed)
                .containsExactly(Rung.HEAD, null, List.of());
    }

    @Test
    @Tag("S5.3")
    void nobody_is_told_twice_of_one_clock_and_the_one_above_does_not_wait_for_it() {
        Instant now = time.instant();
        absences.add(agent, agent.staff(), now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), null);
        Subject subject = matter(Duration.ofHours(5));
        look();
        assertThat(last(subject).staff()).as("in place of whoever is away").isEqualTo(head.staff());
        pass(subject);
        look();
        assertThat(last(subject))
                .extracting(Escalation::rung, Escalation::staff, Escalation::passed)
                .containsExactly(Rung.DIRECTOR, director.staff(), List.of(Rung.HEAD));
        assertThat(told(head)).containsExactly("escalation");
        assertThat(told(director)).containsExactly("escalation.passed");
    }

    @Test
    @Tag("S5.3")
    void whoever_stands_in_for_the_head_and_answers_for_the_matter_hears_of_it_once() {
        Instant now = time.instant();
        absences.add(head, head.staff(), now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), agent.staff());
        Subject subject = matter(Duration.ofHours(5));
        look();
        pass(subject);
        look();
        assertThat(rungs(subject)).containsExactly(Rung.PERSON, Rung.DIRECTOR);
        assertThat(told(agent)).containsExactly("escalation");
        assertThat(last(subject).staff()).isEqualTo(director.staff());
    }

    @Test
    @Tag("S5.3")
    void where_everybody_above_has_heard_of_it_nothing_more_is_put_to_anybody() {
        Instant now = time.instant();
        leave(head, director);
        absences.add(agent, agent.staff(), now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), null);
        Subject subject = matter(Duration.ofHours(5));
        look();
        assertThat(last(subject).staff()).isEqualTo(manager.staff());
        pass(subject);
        look();
        assertThat(rungs(subject)).containsExactly(Rung.PERSON);
        assertThat(told(manager)).containsExactly("escalation");
    }

    @Test
    void whoever_is_away_below_a_post_that_nobody_holds_is_passed_over_for_the_next_one() {
        leave(head);
        Instant now = time.instant();
        absences.add(agent, agent.staff(), now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), null);
        Subject subject = matter(Duration.ofHours(5));
        look();
        assertThat(last(subject).staff()).isEqualTo(director.staff());
    }

    @Test
    void whoever_is_away_is_stood_in_for() {
        Instant now = time.instant();
        Actor deputy = hire("deputy", agent.unit(), Posts.AGENT);
        absences.add(
                agent, agent.staff(), now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), deputy.staff());
        Subject subject = matter(Duration.ofHours(5));
        look();
        assertThat(last(subject).staff()).isEqualTo(deputy.staff());
    }

    @Test
    void two_who_look_at_once_tell_nobody_twice() throws Exception {
        List<Subject> subjects =
                Stream.generate(() -> matter(Duration.ofHours(6))).limit(40).toList();
        List<Callable<Integer>> lookers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lookers.add(watch::look);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (var looked : pool.invokeAll(lookers)) {
                looked.get();
            }
        }
        late.look(command);
        for (Subject subject : subjects) {
            assertThat(rungs(subject)).containsExactly(Rung.PERSON);
            assertThat(late.of(subject)).as("told once to whoever listens").hasSize(1);
        }
    }

    @Test
    @Tag("S5.6")
    void that_a_clock_is_late_is_told_once_with_its_name_and_since_when() {
        Subject subject = matter(Duration.ofHours(5));
        late.look(command);
        pass(subject);
        late.look(command);
        assertThat(rungs(subject)).containsExactly(Rung.PERSON, Rung.HEAD);
        assertThat(late.of(subject)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(subject.kind());
            assertThat(told.name()).isEqualTo(LIMIT);
            assertThat(told.since()).isBefore(time.instant().minus(Duration.ofMinutes(59)));
        });
    }
}
