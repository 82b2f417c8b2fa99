package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.ground.commitment.SomeCalendars.SHANGHAI;
import static org.redress.ground.commitment.SomeCalendars.always;
import static org.redress.ground.commitment.SomeCalendars.office;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.commitment.Clock.Terms;
import org.redress.ground.commitment.ClockChange.Changed;
import org.redress.ground.identity.StaffId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.rulebook.Rule;
import org.redress.ground.rulebook.Unit;
import org.redress.platform.text.Words;
import org.redress.platform.web.ReckoningLine;

/** A clock in the words of an operator's people. */
@Tag("S5.3")
class ClockFaceTest {

    private static final Words ZH = Words.of(Words.CHINESE);
    private static final Words EN = Words.of(Words.ENGLISH);
    private static final StaffId BY = new StaffId(new UUID(0, 7));
    private static final Rule RULE = new Rule(
            new UUID(0, 3),
            "repair.fixed.urban",
            "CN",
            1,
            BigDecimal.valueOf(48),
            Unit.ELAPSED_HOURS,
            LocalDate.of(2000, 9, 25),
            null,
            "zh title",
            "en title",
            "zh source",
            "en source",
            false,
            null,
            false,
            null);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Clock clock(Limit limit, WorkCalendar calendar) {
        return ClockSteps.start(
                new UUID(0, 1),
                Subject.ticket(new UUID(0, 2)),
                "complaint.reply",
                new Terms(limit, RULE, calendar, 20),
                at("2026-11-22T08:30"));
    }

    private static Clock paused(Clock clock, String from, String until) {
        Pause pause = new Pause(PauseReason.WAITING_FOR_CUSTOMER, "", at(from), until.isEmpty() ? null : at(until), BY);
        return ((Changed) ClockSteps.pause(clock, pause)).clock();
    }

    private static Clock stopped(Clock clock, String at) {
        return ((Changed) ClockSteps.stop(clock, at(at))).clock();
    }

    private static String says(Clock clock, String now, Words words) {
        var chip = clock.chip(at(now), words);
        return chip.state() + " | " + chip.label() + " | " + chip.text();
    }

    @Test
    void time_left_and_over_is_said_in_hours_and_minutes() {
        Clock clock = clock(Limit.elapsedHours(48), always());
        assertThat(says(clock, "2026-11-24T07:12", ZH)).isEqualTo("due | 答复 | 还剩1小时18分");
        assertThat(says(clock, "2026-11-24T07:12", EN)).isEqualTo("due | Reply | 1 h 18 min left");
        assertThat(says(clock, "2026-11-24T10:42", ZH)).isEqualTo("late | 答复 | 已超2小时12分");
        assertThat(says(clock, "2026-11-24T10:42", EN)).isEqualTo("late | Reply | 2 h 12 min over");
    }

    /** Zammad #390: 48 hours shown as 6 days. */
    @Test
    void over_48_hours_days_are_said_and_working_days_where_a_working_calendar_counts() {
        assertThat(says(clock(Limit.elapsedDays(15), always()), "2026-11-25T08:30", ZH))
                .isEqualTo("ok | 答复 | 还剩12天");
        assertThat(says(clock(Limit.elapsedHours(48), always()), "2026-11-22T08:31", EN))
                .isEqualTo("ok | Reply | 47 h 59 min left");
        assertThat(says(clock(Limit.workingDays(3), office()), "2026-11-23T08:00", ZH))
                .isEqualTo("ok | 答复 | 还剩3个工作日");
        assertThat(says(clock(Limit.workingDays(3), office()), "2026-11-25T09:30", EN))
                .isEqualTo("due | Reply | 6 h 30 min left");
        assertThat(says(clock(Limit.workingHours(20), office()), "2026-11-23T08:30", EN))
                .isEqualTo("ok | Reply | 2 working days left");
    }

    @Test
    void a_pause_says_its_reason_and_when_the_clock_runs_on() {
        Clock clock = clock(Limit.elapsedHours(48), always());
        assertThat(says(paused(clock, "2026-11-22T10:00", ""), "2026-11-30T10:00", ZH))
                .isEqualTo("paused | 答复 | 已暂停 等客户");
        assertThat(says(paused(clock, "2026-11-22T10:00", "2026-11-22T14:30"), "2026-11-22T11:00", ZH))
                .isEqualTo("paused | 答复 | 已暂停 等客户，14:30恢复");
        assertThat(says(paused(clock, "2026-11-22T10:00", "2026-11-23T14:30"), "2026-11-22T11:00", EN))
                .isEqualTo("paused | Reply | Paused: waiting for the customer, runs on 23 Nov 2026 14:30");
    }

    @Test
    void what_is_done_says_whether_it_was_in_time() {
        Clock clock = clock(Limit.elapsedHours(48), always());
        assertThat(says(stopped(clock, "2026-11-22T08:39"), "2026-12-24T10:42", ZH))
                .isEqualTo("done | 答复 | 9分钟内做到");
        assertThat(says(stopped(clock, "2026-11-22T10:30"), "2026-12-24T10:42", EN))
                .isEqualTo("done | Reply | Done in 2 h");
        assertThat(says(stopped(clock, "2026-11-24T08:56"), "2026-12-24T10:42", ZH))
                .isEqualTo("late | 答复 | 超时后完成，晚26分");
        assertThat(says(stopped(clock, "2026-11-24T08:56"), "2026-12-24T10:42", EN))
                .isEqualTo("late | Reply | Done late, by 26 min");
    }

    /** Zammad #390: nobody could follow the reckoning. */
    @Test
    void the_whole_reckoning_can_be_opened_line_by_line() {
        Clock clock = ((Changed) ClockSteps.resume(
                        paused(clock(Limit.elapsedHours(48), always()), "2026-11-22T10:00", ""),
                        at("2026-11-22T11:00")))
                .clock();
        Clock shorter = ((Changed) ClockSteps.relimit(
                        clock,
                        new Terms(Limit.elapsedHours(24), RULE, always(), 20),
                        new LimitChange(clock.limit(), at("2026-11-22T12:00"), BY)))
                .clock();
        assertThat(shorter.chip(at("2026-11-22T13:00"), EN).reckoning())
                .containsExactly(
                        ReckoningLine.of("Start", "22 Nov 2026 08:30"),
                        ReckoningLine.of("Limit", "24 h, round the clock"),
                        ReckoningLine.of("Limit changed", "22 Nov 2026 12:00, until then 48 h"),
                        ReckoningLine.of("Pauses", "22 Nov 2026 10:00 to 22 Nov 2026 11:00, waiting for the customer"),
                        ReckoningLine.of("Due", "23 Nov 2026 09:30"),
                        new ReckoningLine("Source", "en source", "/rules/repair.fixed.urban"));
    }

    /** GLPI #8712: which calendar a clock goes by was not to be seen. */
    @Test
    void the_reckoning_names_the_calendar_that_counts() {
        assertThat(clock(Limit.workingDays(3), office())
                        .chip(at("2026-11-23T08:00"), EN)
                        .reckoning())
                .contains(ReckoningLine.of("Limit", "3 working days by “en”"));
    }

    @Test
    void every_refusal_and_every_pause_has_its_words() {
        for (Words words : new Words[] {ZH, EN}) {
            assertThat(ClockChange.Reason.values())
                    .allSatisfy(r -> assertThat(r.text(words)).isNotBlank());
            assertThat(PauseReason.values())
                    .allSatisfy(r -> assertThat(r.text(words)).isNotBlank());
        }
    }

    @Test
    void a_script_may_count_down_only_what_ticks() {
        assertThat(clock(Limit.elapsedHours(48), always())
                        .chip(at("2026-11-23T08:30"), EN)
                        .due())
                .isEqualTo(at("2026-11-24T08:30"));
        assertThat(clock(Limit.elapsedDays(15), always())
                        .chip(at("2026-11-23T08:30"), EN)
                        .due())
                .isNull();
        assertThat(clock(Limit.workingHours(4), office())
                        .chip(at("2026-11-23T08:30"), EN)
                        .due())
                .isNull();
    }
}
