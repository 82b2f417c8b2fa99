package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.commitment.HolidayPreview.Change;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Posts;
import org.redress.ground.rulebook.Limit;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.support.Offices;
import org.redress.support.RedressIT;
import org.redress.support.SharedData;
import org.springframework.beans.factory.annotation.Autowired;

@RedressIT
@Tag("S5.3")
class CalendarsIT {

    @Autowired
    Calendars calendars;

    @Autowired
    Commitments commitments;

    @Autowired
    Offices offices;

    private static InputStream file(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String holiday(String date, boolean off) {
        return """
                {"year": 2027, "papers": ["https://example.org/notice"],
                 "days": [{"name": "Founding day", "date": "%s", "isOffDay": %s}]}
                """.formatted(date, off);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SomeCalendars.SHANGHAI).toInstant();
    }

    private Instant due(Actor actor, String calendar, Limit limit, String start) {
        Clock clock = commitments.start(
                actor, ClockStart.within(limit, Subject.ticket(Ids.next()), "cause.name", calendar, at(start)));
        return Objects.requireNonNull(clock.dueAt());
    }

    @Test
    void a_new_bureau_works_round_the_clock_and_by_office_hours() {
        Actor actor = offices.found();
        assertThat(due(actor, Calendars.ALWAYS, Limit.workingHours(24), "2026-11-21T10:00"))
                .isEqualTo(at("2026-11-22T10:00"));
        assertThat(due(actor, Calendars.WORKING, Limit.workingHours(8), "2026-11-20T16:30"))
                .isEqualTo(at("2026-11-23T17:00"));
    }

    /** Zammad #390: a foreign feed made days free by itself. */
    @Test
    void holidays_are_dated_sourced_and_looked_at_before_they_count() throws IOException {
        Actor actor = offices.found();
        HolidayPreview preview = calendars.previewHolidays(actor, Calendars.WORKING, file(holiday("2026-11-23", true)));
        assertThat(preview.source()).isEqualTo("https://example.org/notice");
        assertThat(preview.days()).extracting(HolidayPreview.Day::change).containsExactly(Change.NEW);
        assertThat(due(actor, Calendars.WORKING, Limit.workingDays(1), "2026-11-20T10:00"))
                .isEqualTo(at("2026-11-23T10:00"));
        calendars.importHolidays(actor, Calendars.WORKING, file(holiday("2026-11-23", true)));
        assertThat(due(actor, Calendars.WORKING, Limit.workingDays(1), "2026-11-20T10:00"))
                .isEqualTo(at("2026-11-24T10:00"));
        assertThat(calendars
                        .previewHolidays(actor, Calendars.WORKING, file(holiday("2026-11-23", true)))
                        .changes())
                .isZero();
        assertThat(calendars
                        .previewHolidays(actor, Calendars.WORKING, file(holiday("2026-11-23", false)))
                        .days())
                .extracting(HolidayPreview.Day::change)
                .containsExactly(Change.OTHER);
    }

    @Test
    void clocks_that_run_get_their_due_moment_by_the_new_dates_on_every_calendar_that_is_based_on_them()
            throws IOException {
        Actor actor = offices.found();
        calendars.add(actor, "outlet", "营业厅", "Outlet", Calendars.WORKING, Map.of(DayOfWeek.SATURDAY, "09:00-12:00"));
        calendars.add(actor, "floor", "班组", "Team", Calendars.WORKING, Map.of());
        List<Subject> subjects = IntStream.range(0, 1100)
                .mapToObj(n -> Subject.ticket(Ids.next()))
                .toList();
        // Far ahead, so that none of them is late when the dates change.
        Instant start = at("2027-11-19T10:00");
        commitments.startAll(
                actor,
                subjects.stream()
                        .map(s -> ClockStart.within(Limit.workingDays(1), s, "cause.name", "floor", start))
                        .toList());
        calendars.importHolidays(actor, Calendars.WORKING, file(holiday("2027-11-22", true)));
        assertThat(commitments.of(actor, subjects).values().stream()
                        .flatMap(List::stream)
                        .map(Clock::dueAt)
                        .distinct())
                .containsExactly(at("2027-11-23T10:00"));
        assertThat(due(actor, "outlet", Limit.workingHours(3), "2027-11-22T08:00"))
                .isEqualTo(at("2027-11-27T12:00"));
    }

    @Test
    void what_is_no_file_of_holidays_is_refused_and_nothing_of_it_remains() throws IOException {
        Actor actor = offices.found();
        String twice = holiday("2026-11-23", true)
                .replace("[{", "[{\"name\":\"a\",\"date\":\"2026-11-23\",\"isOffDay\":true},{");
        for (String bad : new String[] {
            "",
            "{",
            "[]",
            "{\"days\": []}",
            "PK",
            holiday("2026-13-45", true),
            twice,
            holiday("2026-11-23", true).replace("true", "\"yes\""),
            holiday("2026-11-23", true).replace("https://example.org/notice", "")
        }) {
            assertThatThrownBy(() -> calendars.importHolidays(actor, Calendars.WORKING, file(bad)))
                    .as(bad)
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.code()).isEqualTo("holidays.form"));
        }
        assertThatThrownBy(() -> calendars.importHolidays(
                        actor, Calendars.WORKING, new ByteArrayInputStream(new byte[2 * 1024 * 1024])))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("holidays.large"));
        assertThat(calendars
                        .previewHolidays(actor, Calendars.WORKING, file(holiday("2026-11-23", true)))
                        .changes())
                .isEqualTo(1);
    }

    @Test
    void who_may_not_set_rules_may_not_set_calendars() {
        Actor agent = offices.hire(offices.found(), Posts.AGENT, "1");
        assertThatThrownBy(() -> calendars.importHolidays(agent, Calendars.WORKING, file(holiday("2026-11-23", true))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> calendars.add(agent, "x", "x", "x", Calendars.WORKING, Map.of()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void hours_and_codes_that_cannot_be_are_refused() {
        Actor actor = offices.found();
        for (String bad : new String[] {"9-18", "18:00-09:00", "09:00-25:00", "09:00-12:00 11:00-13:00"}) {
            assertThatThrownBy(
                            () -> calendars.add(actor, "x", "x", "x", Calendars.WORKING, Map.of(DayOfWeek.MONDAY, bad)))
                    .as(bad)
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.code()).isEqualTo("calendar.hours"));
        }
        assertThatThrownBy(() -> calendars.add(actor, "No Code", "x", "x", Calendars.WORKING, Map.of()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void limits_over_the_announced_new_year_of_2026_end_when_people_work_again() throws IOException {
        Actor actor = offices.found();
        try (InputStream announced = Files.newInputStream(SharedData.file("holidays_cn/2026.json"))) {
            HolidayPreview imported = calendars.importHolidays(actor, Calendars.WORKING, announced);
            assertThat(imported.days()).hasSize(39);
            assertThat(imported.days().stream().filter(HolidayPreview.Day::off)).hasSize(33);
        }
        // 2026: off 15 to 23 February, worked on Saturday 14 and Saturday 28.
        assertThat(due(actor, Calendars.WORKING, Limit.workingDays(2), "2026-02-13T10:00"))
                .isEqualTo(at("2026-02-24T10:00"));
        assertThat(due(actor, Calendars.WORKING, Limit.workingHours(8), "2026-02-13T17:00"))
                .isEqualTo(at("2026-02-14T17:30"));
    }

    @Test
    void round_the_clock_has_no_holidays() {
        Actor actor = offices.found();
        assertThatThrownBy(() -> calendars.importHolidays(actor, Calendars.ALWAYS, file(holiday("2026-11-23", true))))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("calendar.always"));
        assertThat(due(actor, Calendars.ALWAYS, Limit.workingHours(24), "2026-11-22T10:00"))
                .isEqualTo(at("2026-11-23T10:00"));
    }
}
