package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.redress.ground.commitment.SomeCalendars.SHANGHAI;
import static org.redress.ground.commitment.SomeCalendars.always;
import static org.redress.ground.commitment.SomeCalendars.off;
import static org.redress.ground.commitment.SomeCalendars.office;
import static org.redress.ground.commitment.SomeCalendars.worked;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.commitment.CalendarRows.Written;
import org.redress.ground.commitment.Clock.Terms;
import org.redress.ground.commitment.ClockChange.Changed;
import org.redress.ground.commitment.ClockChange.Reason;
import org.redress.ground.commitment.ClockChange.Refused;
import org.redress.ground.identity.StaffId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Unit;

/** A clock through its life; the numbered ones are faults that users of other products have reported. */
@Tag("S5.3")
class ClockTest {

    private static final StaffId BY = new StaffId(new UUID(0, 7));
    /** A Monday, ten o'clock. */
    private static final Instant MONDAY = at("2026-11-23T10:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Terms terms(Limit limit, WorkCalendar calendar) {
        return new Terms(limit, null, calendar, 20);
    }

    private static Clock started(Limit limit, WorkCalendar calendar) {
        return ClockSteps.start(
                new UUID(0, 1), Subject.ticket(new UUID(0, 2)), "complaint.reply", terms(limit, calendar), MONDAY);
    }

    private static Clock pause(Clock clock, String from) {
        return changed(ClockSteps.pause(clock, new Pause(PauseReason.WAITING_FOR_CUSTOMER, "", at(from), null, BY)));
    }

    private static Clock resume(Clock clock, String at) {
        return changed(ClockSteps.resume(clock, at(at)));
    }

    private static Clock relimit(Clock clock, Limit limit, String at) {
        return changed(ClockSteps.relimit(
                clock, terms(limit, clock.terms().calendar()), new LimitChange(clock.limit(), at(at), BY)));
    }

    private static Instant due(Clock clock) {
        return Objects.requireNonNull(clock.dueAt());
    }

    private static WorkCalendar named(Map<String, WorkCalendar> calendars, String code) {
        return Objects.requireNonNull(calendars.get(code));
    }

    private static Clock changed(ClockChange change) {
        return ((Changed) change).clock();
    }

    @Test
    void an_elapsed_limit_ends_so_many_hours_later() {
        assertThat(started(Limit.elapsedHours(48), always()).dueAt()).isEqualTo(at("2026-11-25T10:00"));
        assertThat(started(Limit.elapsedDays(15), always()).dueAt()).isEqualTo(at("2026-12-08T10:00"));
    }

    @Test
    void a_working_limit_ends_within_the_hours_of_its_calendar() {
        assertThat(started(Limit.workingHours(8), office()).dueAt()).isEqualTo(at("2026-11-24T10:30"));
        assertThat(started(Limit.workingDays(3), office()).dueAt()).isEqualTo(at("2026-11-26T10:00"));
        assertThat(started(Limit.workingDays(5), office()).dueAt()).isEqualTo(at("2026-11-30T10:00"));
    }

    @Test
    void a_limit_reached_as_people_go_home_is_due_then_and_not_the_next_morning() {
        Clock clock = started(Limit.workingHours(6), office());
        assertThat(clock.dueAt()).isEqualTo(at("2026-11-23T17:30"));
        assertThat(clock.state(at("2026-11-23T17:30"))).isEqualTo(ClockState.DUE);
        assertThat(clock.state(at("2026-11-23T17:31"))).isEqualTo(ClockState.LATE);
    }

    @Test
    void the_new_year_holiday_is_skipped_and_its_make_up_days_are_worked() {
        Map<LocalDate, WorkCalendar.DayChange> dates = new HashMap<>();
        for (LocalDate d = LocalDate.of(2026, 2, 15); d.isBefore(LocalDate.of(2026, 2, 24)); d = d.plusDays(1)) {
            dates.put(d, off("New Year"));
        }
        dates.put(LocalDate.of(2026, 2, 14), worked("New Year"));
        dates.put(LocalDate.of(2026, 2, 28), worked("New Year"));
        Terms terms = terms(Limit.workingDays(6), office(dates));
        Clock clock = ClockSteps.start(
                new UUID(0, 1), Subject.ticket(new UUID(0, 2)), "complaint.reply", terms, at("2026-02-13T10:00"));
        // Fri 13, Sat 14 (worked), then Tue 24, Wed 25, Thu 26, Fri 27, and six whole days are over on Sat 28 (worked).
        assertThat(clock.dueAt()).isEqualTo(at("2026-02-28T10:00"));
    }

    /** GLPI #15605. */
    @Test
    void changing_the_limit_in_mid_run_forgets_no_time_that_was_paused() {
        Clock clock = resume(pause(started(Limit.elapsedHours(24), always()), "2026-11-23T12:00"), "2026-11-23T18:00");
        assertThat(clock.dueAt()).isEqualTo(at("2026-11-24T16:00"));
        Clock longer = relimit(clock, Limit.elapsedHours(48), "2026-11-23T20:00");
        assertThat(longer.dueAt()).isEqualTo(at("2026-11-25T16:00"));
        assertThat(relimit(longer, Limit.elapsedHours(24), "2026-11-23T21:00").dueAt())
                .isEqualTo(clock.dueAt());
    }

    /** GLPI #10594, #14937. */
    @Test
    void a_pause_over_the_weekend_adds_no_more_than_the_working_time_in_it() {
        Clock whole = started(Limit.workingHours(40), office());
        Clock paused = resume(pause(whole, "2026-11-27T16:30"), "2026-11-30T09:30");
        Line line = new Line.WorkingTime(office());
        assertThat(line.between(due(whole), due(paused)))
                .isEqualTo(Duration.ofHours(2).toSeconds());
    }

    /** GLPI #22678, #15357. */
    @Property(tries = 300)
    void a_warning_falls_within_the_hours_of_the_calendar(
            @ForAll @IntRange(min = 1, max = 60) int hours, @ForAll @IntRange(max = 20_000) int minutes) {
        WorkCalendar calendar = office(Map.of(LocalDate.of(2026, 11, 25), off("holiday")));
        Instant start = MONDAY.plusSeconds(minutes * 60L);
        Clock clock = ClockSteps.start(
                new UUID(0, 1), Subject.ticket(new UUID(0, 2)), "x", terms(Limit.workingHours(hours), calendar), start);
        Line line = new Line.WorkingTime(calendar);
        Instant warn = Objects.requireNonNull(clock.warnAt());
        assertThat(line.between(warn, due(clock))).isEqualTo(hours * 3600L / 5);
        // The last second before the warning was a second of work.
        assertThat(line.between(warn.minusSeconds(1), warn)).isEqualTo(1);
    }

    /** GLPI #8712, #687. */
    @Test
    void two_clocks_of_one_subject_each_go_by_their_own_calendar() {
        WorkCalendar outlet = new WorkCalendar(
                "outlet", "zh", "en", SHANGHAI, WorkCalendar.week("09:00-21:00", DayOfWeek.values()), Map.of());
        assertThat(started(Limit.workingHours(12), office()).dueAt()).isEqualTo(at("2026-11-24T16:00"));
        assertThat(started(Limit.workingHours(12), outlet).dueAt()).isEqualTo(at("2026-11-24T10:00"));
        assertThat(started(Limit.workingHours(12), outlet).calendarCode()).isEqualTo("outlet");
    }

    /** frappe/helpdesk #2212, osTicket #1168, #4166. */
    @Test
    void a_calendar_takes_over_holidays_and_hours_that_it_does_not_say_itself() {
        LocalDate holiday = LocalDate.of(2026, 11, 24);
        Written house = new Written(
                "house", "zh", "en", SHANGHAI, null, SomeCalendars.officeWeek(), Map.of(holiday, off("holiday")));
        Written outlet = new Written(
                "outlet",
                "zh",
                "en",
                SHANGHAI,
                "house",
                WorkCalendar.week("09:00-18:00", DayOfWeek.values()),
                Map.of());
        Written desk = new Written("desk", "zh", "en", SHANGHAI, "outlet", Map.of(), Map.of(holiday, worked("open")));
        Map<String, WorkCalendar> laid = CalendarShelf.laidOut(List.of(desk, house, outlet));
        assertThat(named(laid, "outlet").on(holiday).off()).isTrue();
        assertThat(named(laid, "outlet").on(holiday.plusDays(1)).text()).isEqualTo("09:00-18:00");
        assertThat(named(laid, "desk").on(holiday).text()).isEqualTo("09:00-18:00");
    }

    /** osTicket #1168. */
    @Test
    void a_lunch_break_owes_no_time() {
        Clock clock = started(Limit.workingHours(8), office());
        assertThat(clock.used(at("2026-11-23T12:00")).time()).isEqualTo(Duration.ofHours(2));
        assertThat(clock.used(at("2026-11-23T13:30")).time()).isEqualTo(Duration.ofHours(2));
    }

    /** frappe/helpdesk #1554. */
    @Property(tries = 300)
    void a_clock_that_says_paused_does_not_run_on(
            @ForAll @IntRange(min = 1, max = 23) int pausedAfter, @ForAll @IntRange(max = 100_000) int minutes) {
        String from = at("2026-11-23T10:00")
                .plusSeconds(pausedAfter * 3600L)
                .atZone(SHANGHAI)
                .toLocalDateTime()
                .toString();
        Clock clock = pause(started(Limit.elapsedHours(24), always()), from);
        Instant later = at(from).plusSeconds(minutes * 60L);
        assertThat(clock.state(later)).isEqualTo(ClockState.PAUSED);
        assertThat(clock.dueAt()).isNull();
        assertThat(clock.used(later).time()).isEqualTo(Duration.ofHours(pausedAfter));
        assertThat(clock.left(later).time()).isEqualTo(Duration.ofHours(24L - pausedAfter));
    }

    @Test
    void a_paused_clock_is_never_late_and_one_that_was_late_is_again_when_it_runs_on() {
        Clock late = pause(started(Limit.elapsedHours(24), always()), "2026-11-24T12:00");
        assertThat(late.state(at("2026-11-30T12:00"))).isEqualTo(ClockState.PAUSED);
        Clock on = resume(late, "2026-12-01T12:00");
        assertThat(on.state(at("2026-12-01T12:00"))).isEqualTo(ClockState.LATE);
        assertThat(on.over(at("2026-12-01T13:00")).time()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void late_stays_late_whatever_limit_comes_after() {
        Clock late = relimit(started(Limit.elapsedHours(24), always()), Limit.elapsedHours(72), "2026-11-24T12:00");
        assertThat(late.state(at("2026-11-24T13:00"))).isEqualTo(ClockState.LATE);
        assertThat(late.lateSince()).isEqualTo(at("2026-11-24T10:00"));
        assertThat(late.dueAt()).isEqualTo(late.lateSince());
        Clock ended = changed(ClockSteps.stop(late, at("2026-11-24T14:00")));
        assertThat(ended.state(at("2027-01-01T00:00"))).isEqualTo(ClockState.DONE_LATE);
        assertThat(ended.over(at("2027-01-01T00:00")).time()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_clock_stopped_within_its_limit_is_done_and_time_moves_it_no_more() {
        Clock done = changed(ClockSteps.stop(started(Limit.elapsedHours(24), always()), at("2026-11-24T10:00")));
        assertThat(done.state(at("2030-01-01T00:00"))).isEqualTo(ClockState.DONE);
        assertThat(done.used(at("2030-01-01T00:00")).time()).isEqualTo(Duration.ofHours(24));
        assertThat(ClockSteps.stop(done, at("2026-11-25T10:00"))).isEqualTo(new Refused(Reason.ABSENT));
    }

    @Test
    void what_was_done_in_time_and_recorded_late_was_in_time() {
        Clock clock = started(Limit.elapsedHours(24), always());
        assertThat(clock.state(at("2026-11-24T18:00"))).isEqualTo(ClockState.LATE);
        assertThat(changed(ClockSteps.stop(clock, at("2026-11-24T09:00"))).state(at("2026-11-24T18:00")))
                .isEqualTo(ClockState.DONE);
    }

    @Test
    void a_clock_paused_until_an_appointment_runs_on_by_itself() {
        Pause appointment = new Pause(PauseReason.APPOINTMENT, "", at("2026-11-23T12:00"), at("2026-11-24T14:30"), BY);
        Clock clock = changed(ClockSteps.pause(started(Limit.elapsedHours(24), always()), appointment));
        assertThat(clock.state(at("2026-11-24T14:29"))).isEqualTo(ClockState.PAUSED);
        assertThat(clock.state(at("2026-11-24T14:30"))).isEqualTo(ClockState.OK);
        assertThat(clock.dueAt()).isEqualTo(at("2026-11-25T12:30"));
        assertThat(resume(clock, "2026-11-23T16:00").dueAt()).isEqualTo(at("2026-11-24T14:00"));
    }

    @Test
    void a_clock_stopped_while_it_stands_still_has_owed_nothing_since() {
        Clock done = changed(ClockSteps.stop(
                pause(started(Limit.elapsedHours(24), always()), "2026-11-23T12:00"), at("2026-11-30T12:00")));
        assertThat(done.state(at("2026-12-01T00:00"))).isEqualTo(ClockState.DONE);
        assertThat(done.used(at("2026-12-01T00:00")).time()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void only_what_can_be_is_done_to_it() {
        Clock clock = started(Limit.elapsedHours(24), always());
        assertThat(ClockSteps.resume(clock, at("2026-11-23T11:00"))).isEqualTo(new Refused(Reason.RUNNING));
        assertThat(ClockSteps.stop(clock, at("2026-11-23T09:00"))).isEqualTo(new Refused(Reason.TOO_EARLY));
        Clock paused = pause(clock, "2026-11-23T12:00");
        Pause again = new Pause(PauseReason.APPOINTMENT, "", at("2026-11-23T13:00"), null, BY);
        assertThat(ClockSteps.pause(paused, again)).isEqualTo(new Refused(Reason.PAUSED));
        assertThat(ClockSteps.resume(paused, at("2026-11-23T11:00"))).isEqualTo(new Refused(Reason.TOO_EARLY));
        Clock running = resume(paused, "2026-11-23T14:00");
        Pause within = new Pause(PauseReason.APPOINTMENT, "", at("2026-11-23T13:00"), null, BY);
        assertThat(ClockSteps.pause(running, within)).isEqualTo(new Refused(Reason.PAUSED));
    }

    @Test
    void it_is_due_on_the_day_on_which_it_falls_due_at_its_place() {
        Clock clock = started(Limit.elapsedHours(48), always());
        assertThat(clock.state(at("2026-11-24T23:59"))).isEqualTo(ClockState.OK);
        assertThat(clock.state(at("2026-11-25T00:00"))).isEqualTo(ClockState.DUE);
    }

    @Test
    void a_calendar_that_never_works_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar("c", "c", "c", SHANGHAI, Map.of(), Map.of()));
    }

    @Property
    void a_clock_that_runs_on_after_all_is_as_if_it_had_never_been_stopped(
            @ForAll @IntRange(min = 0, max = 4000) int minutes, @ForAll @IntRange(min = 1, max = 40) int hours) {
        Clock running = started(Limit.workingHours(hours), office());
        Instant at = MONDAY.plus(Duration.ofMinutes(minutes));
        Clock stopped = changed(ClockSteps.stop(running, at));
        Clock again = changed(ClockSteps.reopen(stopped, at.plus(Duration.ofDays(1))));
        Instant later = at.plus(Duration.ofDays(2));

        assertThat(again.dueAt()).isEqualTo(running.dueAt());
        assertThat(again.warnAt()).isEqualTo(running.warnAt());
        assertThat(again.state(later)).isEqualTo(running.state(later));
        assertThat(again.used(later)).isEqualTo(running.used(later));
        assertThat(again.over(later)).isEqualTo(running.over(later));
    }

    @Test
    void only_what_was_stopped_runs_on_after_all() {
        Clock running = started(Limit.workingHours(4), office());
        Instant later = MONDAY.plus(Duration.ofHours(1));
        assertThat(ClockSteps.reopen(running, later)).isEqualTo(new Refused(Reason.RUNNING));
        Clock cancelled = changed(ClockSteps.cancel(running, later));
        assertThat(ClockSteps.reopen(cancelled, later)).isEqualTo(new Refused(Reason.ABSENT));
        Clock stopped = changed(ClockSteps.stop(running, later));
        assertThat(ClockSteps.reopen(stopped, MONDAY)).isEqualTo(new Refused(Reason.TOO_EARLY));
    }

    private static final Patience PATIENCE = new Patience(
            Map.of(
                    Rung.PERSON, new Limit(4, Unit.WORKING_HOURS),
                    Rung.HEAD, new Limit(1, Unit.WORKING_DAYS),
                    Rung.DIRECTOR, new Limit(2, Unit.WORKING_DAYS)),
            new Limit(1, Unit.WORKING_DAYS),
            office());

    @Test
    void the_ladder_waits_while_people_are_at_work_though_the_matter_is_owed_round_the_clock() {
        Clock running = started(Limit.elapsedHours(104), always());
        assertThat(running.nextAt(PATIENCE)).as("its warning").isEqualTo(running.warnAt());
        Clock late = ClockSteps.fire(running, at("2026-11-27T18:00").plusSeconds(1));
        assertThat(late.climb().rung()).isEqualTo(Rung.PERSON);
        assertThat(late.nextAt(PATIENCE))
                .as("Friday evening, four hours of work")
                .isEqualTo(at("2026-11-30T14:00"));
        Clock answered = ClockSteps.answer(late, at("2026-11-30T08:30"));
        assertThat(answered.nextAt(PATIENCE)).as("a working day more").isEqualTo(at("2026-11-30T17:30"));
        assertThat(pause(late, "2026-11-28T10:00").nextAt(PATIENCE))
                .as("it stands still")
                .isNull();
    }
}
