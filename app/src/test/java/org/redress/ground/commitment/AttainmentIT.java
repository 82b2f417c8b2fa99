package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Grant;
import org.redress.ground.identity.Scope;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Rulebook;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures beside a count clock by clock, and beside the lists behind them. */
@RedressIT
@Tag("S2.2")
class AttainmentIT {

    private static final Measure REPLY = new Measure("ticket", "complaint.reply", "complaint.reply");
    private static final Measure FAULT = new Measure("ticket", "complaint.reply", "fault.reply");

    @Autowired
    Attainments attainments;

    @Autowired
    Commitments commitments;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Offices offices;

    @Autowired
    java.time.Clock time;

    private Actor actor;
    private YearMonth running;

    @BeforeEach
    void found() {
        actor = offices.found();
        running = YearMonth.from(time.instant().atZone(actor.zone()));
    }

    private Rule rule(Measure measure) {
        return rulebook.get(
                actor.bureau(),
                measure.rule(),
                time.instant().atZone(actor.zone()).toLocalDate());
    }

    /** A clock whose limit passes at a moment. */
    private Subject due(Measure measure, Instant due, @Nullable Instant ended) {
        Limit limit = rule(measure).limit();
        Instant start = due.minus(Line.ticks(limit), ChronoUnit.SECONDS);
        Subject subject = Subject.ticket(Ids.next());
        ClockStart one = ClockStart.by(rule(measure), subject, measure.clock(), Calendars.ALWAYS, start);
        commitments.startAll(actor, List.of(ended == null ? one : one.endedAt(ended)));
        return subject;
    }

    private Attainment of(Measure measure, YearMonth month) {
        return attainments.year(actor, measure).stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .orElseThrow();
    }

    private Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(actor.zone()).toInstant();
    }

    @Test
    void a_limit_counts_in_the_month_of_the_bureau_in_which_it_passes() {
        YearMonth month = running.minusMonths(2);
        Instant begin = begin(month);
        due(REPLY, begin, begin.minusSeconds(60));
        due(REPLY, begin.minusSeconds(1), begin.minusSeconds(60));
        due(FAULT, begin, begin.minusSeconds(60));
        assertThat(of(REPLY, month)).isEqualTo(new Attainment(month, 1, 0));
        assertThat(of(REPLY, month.minusMonths(1))).isEqualTo(new Attainment(month.minusMonths(1), 1, 0));
        assertThat(of(FAULT, month).due()).isOne();
        assertThat(attainments.year(actor, REPLY))
                .hasSize(12)
                .last()
                .extracting("month")
                .isEqualTo(running);
    }

    @Test
    void the_last_second_is_in_time_and_the_next_one_is_late() {
        YearMonth month = running.minusMonths(1);
        Instant due = begin(month).plus(Duration.ofDays(3));
        due(REPLY, due, due);
        due(REPLY, due, due.plusSeconds(1));
        assertThat(of(REPLY, month)).isEqualTo(new Attainment(month, 1, 1));
        assertThat(of(REPLY, month).perMille()).isEqualTo(500);
    }

    @Test
    void what_runs_late_is_late_already_and_stays_so_whatever_is_done_to_it() {
        YearMonth month = running.minusMonths(1);
        Instant due = begin(month).plus(Duration.ofDays(9));
        Subject open = due(REPLY, due, null);
        Subject cancelled = due(REPLY, due, null);
        Subject paused = due(REPLY, due, null);
        assertThat(of(REPLY, month)).isEqualTo(new Attainment(month, 0, 3));
        commitments.stop(actor, open, REPLY.clock(), time.instant());
        commitments.cancel(actor, cancelled, REPLY.clock());
        commitments.pause(actor, paused, REPLY.clock(), PauseReason.WAITING_FOR_CUSTOMER, "", null);
        assertThat(of(REPLY, month)).isEqualTo(new Attainment(month, 0, 3));
    }

    @Test
    void what_was_cancelled_in_time_stands_still_or_is_not_due_counts_nowhere() {
        Instant soon = time.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
        due(REPLY, soon, null);
        due(REPLY, soon, soon.minus(Duration.ofDays(2)));
        commitments.cancel(actor, due(REPLY, soon, null), REPLY.clock());
        commitments.pause(actor, due(REPLY, soon, null), REPLY.clock(), PauseReason.WAITING_FOR_CUSTOMER, "", null);
        assertThat(attainments.year(actor, REPLY)).allMatch(one -> one.due() == 0 && one.perMille() == null);
    }

    @Test
    void a_share_is_rounded_down_so_that_nothing_looks_better_than_it_is() {
        assertThat(new Attainment(running, 9499, 501).perMille()).isEqualTo(949);
        assertThat(new Attainment(running, 0, 7).perMille()).isZero();
        assertThat(new Attainment(running, 7, 0).perMille()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261130, 77, 4711})
    void figures_are_those_of_a_count_clock_by_clock_and_as_long_as_their_lists(long seed) {
        Map<Measure, List<Subject>> subjects = generate(new SplittableRandom(seed));
        for (Measure measure : List.of(REPLY, FAULT)) {
            Map<YearMonth, long[]> slow = slowly(measure, subjects.getOrDefault(measure, List.of()));
            List<Attainment> year = attainments.year(actor, measure);
            assertThat(year.stream().mapToLong(Attainment::due).sum()).isPositive();
            for (Attainment month : year) {
                long[] counted = slow.getOrDefault(month.month(), new long[2]);
                assertThat(month)
                        .as("%s seed %d", measure, seed)
                        .isEqualTo(new Attainment(month.month(), counted[0], counted[1]));
                assertThat(behind(measure, month.month(), true)).hasSize((int) month.kept());
                assertThat(behind(measure, month.month(), false)).hasSize((int) month.late());
            }
        }
    }

    /** Clocks of fourteen months in every state that a clock can be in. */
    private Map<Measure, List<Subject>> generate(SplittableRandom random) {
        Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<Measure, List<Subject>> subjects = new HashMap<>();
        List<ClockStart> starts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Measure measure = random.nextInt(3) == 0 ? FAULT : REPLY;
            Subject subject = Subject.ticket(Ids.next());
            Instant start = now.minus(Duration.ofMinutes(7L + random.nextInt(60 * 24 * 425)));
            ClockStart one = ClockStart.by(rule(measure), subject, measure.clock(), Calendars.ALWAYS, start);
            Instant end = start.plusSeconds((long) (Line.ticks(one.limit()) * random.nextDouble(1.3)));
            if (random.nextInt(4) > 0 && end.isBefore(now)) {
                one = one.endedAt(end);
            } else if (random.nextInt(4) == 0) {
                one = one.waitingFor(PauseReason.WAITING_FOR_CUSTOMER);
            }
            starts.add(one);
            subjects.computeIfAbsent(measure, m -> new ArrayList<>()).add(subject);
        }
        commitments.startAll(actor, starts);
        for (ClockStart one : starts) {
            Subject subject = one.subject();
            switch (one.endedAt() == null ? random.nextInt(7) : 9) {
                case 0 -> commitments.cancel(actor, subject, one.name());
                case 1 -> commitments.stop(actor, subject, one.name(), now);
                case 2 -> commitments.pause(actor, subject, one.name(), PauseReason.WAITING_FOR_CUSTOMER, "", null);
                case 3 ->
                    commitments.pause(
                            actor,
                            subject,
                            one.name(),
                            PauseReason.WAITING_FOR_CUSTOMER,
                            "",
                            now.plus(Duration.ofDays(1)));
                default -> {}
            }
        }
        return subjects;
    }

    /** Kept and late by month, as each clock says of itself. */
    private Map<YearMonth, long[]> slowly(Measure measure, List<Subject> subjects) {
        Instant now = time.instant();
        Map<YearMonth, long[]> counted = new HashMap<>();
        commitments.of(actor, subjects).values().stream().flatMap(List::stream).forEach(clock -> {
            assertThat(Objects.requireNonNull(clock.rule()).code()).isEqualTo(measure.rule());
            Instant late = clock.lateSince(now);
            Instant at = clock.dueAt() == null ? clock.endedAt() : clock.dueAt();
            if (late != null) {
                counted.computeIfAbsent(YearMonth.from(late.atZone(actor.zone())), m -> new long[2])[1]++;
            } else if (clock.state(now) == ClockState.DONE && at != null && at.isBefore(now)) {
                counted.computeIfAbsent(YearMonth.from(at.atZone(actor.zone())), m -> new long[2])[0]++;
            }
        });
        return counted;
    }

    /** Everything behind a figure, seven at a time, each once. */
    private Set<UUID> behind(Measure measure, YearMonth month, boolean kept) {
        Set<UUID> all = new HashSet<>();
        DueAfter after = DueAfter.START;
        List<Attained> page;
        do {
            page = attainments.behind(actor, measure, month, kept, after, 7);
            for (Attained one : page) {
                assertThat(all.add(one.clock())).isTrue();
                assertThat(one.kept()).isEqualTo(kept);
            }
            after = page.isEmpty() ? after : page.getLast().place();
        } while (page.size() == 7);
        return all;
    }

    @Test
    void months_that_are_not_reckoned_are_absent_and_strangers_see_nothing() {
        due(REPLY, begin(running).minusSeconds(90), null);
        assertThatThrownBy(() -> attainments.behind(actor, REPLY, running.plusMonths(1), true, DueAfter.START, 5))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> attainments.behind(actor, REPLY, running.minusMonths(12), true, DueAfter.START, 5))
                .isInstanceOf(Problem.class);
        assertThat(attainments.behind(actor, REPLY, running.minusMonths(11), true, DueAfter.START, 5))
                .isEmpty();
        Actor stranger = offices.found();
        assertThat(attainments.year(stranger, REPLY)).allMatch(one -> one.due() == 0);
        assertThat(attainments.measures(stranger)).isEmpty();
        Actor nobody = new Actor(
                actor.bureau(),
                actor.staff(),
                actor.name(),
                actor.number(),
                actor.unit(),
                actor.post(),
                List.of(new Grant(Action.READ, "contact", Scope.BUREAU)),
                actor.language(),
                actor.zone(),
                actor.region(),
                actor.jurisdiction());
        assertThatThrownBy(() -> attainments.year(nobody, REPLY)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> attainments.behind(nobody, REPLY, running, true, DueAfter.START, 5))
                .isInstanceOf(Problem.class);
        assertThat(attainments.measures(nobody)).isEmpty();
    }

    @Test
    void each_name_and_rule_that_is_kept_can_be_measured() {
        due(REPLY, begin(running), null);
        due(REPLY, begin(running), null);
        due(FAULT, begin(running), null);
        commitments.start(
                actor,
                ClockStart.within(
                        Limit.elapsedDays(3), Subject.ticket(Ids.next()), "by.hand", Calendars.ALWAYS, time.instant()));
        assertThat(attainments.measures(actor)).containsExactly(REPLY, FAULT);
    }
}
