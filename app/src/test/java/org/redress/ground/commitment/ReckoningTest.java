package org.redress.ground.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.redress.ground.commitment.SomeCalendars.off;
import static org.redress.ground.commitment.SomeCalendars.worked;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.redress.ground.commitment.Hours.Spell;
import org.redress.ground.commitment.Line.Elapsed;
import org.redress.ground.commitment.Line.WorkingDays;
import org.redress.ground.commitment.Line.WorkingTime;
import org.redress.ground.commitment.Reckoning.Span;
import org.redress.ground.commitment.WorkCalendar.DayChange;

/** What a clock owes and when it falls due, against a reference that counts minutes one by one. */
@Tag("S5.3")
class ReckoningTest {

    private static final int HORIZON = 12 * 24 * 60;

    /** A calendar, and the minutes at which a clock that runs by it starts, pauses, resumes, pauses … */
    record Case(WorkCalendar calendar, Instant start, List<Span> spans) {
        Instant horizon() {
            return start.plusSeconds(HORIZON * 60L);
        }
    }

    @Property(tries = 150)
    void working_time_owed_is_what_counting_minutes_gives(@ForAll("cases") Case c) {
        SlowReference slow = new SlowReference(c.calendar());
        Line line = new WorkingTime(c.calendar());
        assertThat(Reckoning.owed(line, c.spans(), c.horizon()))
                .isEqualTo(60 * slow.workingMinutes(c.spans(), c.horizon()));
    }

    @Property(tries = 100)
    void elapsed_time_owed_is_what_counting_minutes_gives(@ForAll("cases") Case c) {
        SlowReference slow = new SlowReference(c.calendar());
        assertThat(Reckoning.owed(new Elapsed(), c.spans(), c.horizon()))
                .isEqualTo(60 * slow.elapsedMinutes(c.spans(), c.horizon()));
    }

    @Property(tries = 100)
    void working_days_owed_are_what_counting_minutes_gives(@ForAll("cases") Case c) {
        SlowReference slow = new SlowReference(c.calendar());
        double days = (double) Reckoning.owed(new WorkingDays(c.calendar()), c.spans(), c.horizon()) / WorkingDays.DAY;
        assertThat(days).isCloseTo(slow.workingDays(c.spans(), c.horizon()), within(1e-6));
    }

    /** The due moment is the first by which the reference has counted the limit, or there is none within the spans. */
    @Property(tries = 150)
    void due_is_the_first_minute_by_which_the_reference_has_counted_the_limit(
            @ForAll("cases") Case c, @ForAll @IntRange(min = 1, max = 3000) int minutes) {
        SlowReference slow = new SlowReference(c.calendar());
        Instant due = Reckoning.due(new WorkingTime(c.calendar()), minutes * 60L, c.spans());
        if (due == null || due.isAfter(c.horizon())) {
            assertThat(slow.workingMinutes(c.spans(), c.horizon())).isLessThan(minutes);
        } else {
            assertThat(slow.workingMinutes(c.spans(), due)).isEqualTo(minutes);
            assertThat(slow.workingMinutes(c.spans(), due.minusSeconds(60))).isEqualTo(minutes - 1);
        }
    }

    /** GLPI #10594, #14937: one reckoning for both directions. */
    @Property(tries = 1000)
    void owed_and_due_are_inverse(@ForAll("cases") Case c, @ForAll @IntRange(min = 1, max = 90_000_000) int ticks) {
        for (Line line : lines(c)) {
            Instant due = Reckoning.due(line, ticks, c.spans());
            if (due != null) {
                assertThat(Reckoning.owed(line, c.spans(), due)).isGreaterThanOrEqualTo(ticks);
                assertThat(Reckoning.owed(line, c.spans(), due.minusSeconds(1))).isLessThan(ticks);
            }
        }
    }

    @Property(tries = 1000)
    void what_is_owed_at_a_moment_falls_due_then_and_not_later(
            @ForAll("cases") Case c, @ForAll @IntRange(min = 1, max = HORIZON) int minute) {
        Instant moment = c.start().plusSeconds(minute * 60L);
        for (Line line : lines(c)) {
            long owed = Reckoning.owed(line, c.spans(), moment);
            if (owed > 0) {
                Instant due = Objects.requireNonNull(Reckoning.due(line, owed, c.spans()));
                assertThat(due).isBeforeOrEqualTo(moment);
                assertThat(Reckoning.owed(line, c.spans(), due)).isEqualTo(owed);
            }
        }
    }

    @Property(tries = 500)
    void what_is_owed_adds_up_wherever_the_time_is_cut(
            @ForAll("cases") Case c, @ForAll @IntRange(min = 0, max = HORIZON) int minute) {
        Instant cut = c.start().plusSeconds(minute * 60L);
        for (Line line : lines(c)) {
            assertThat(Reckoning.owed(line, c.spans(), cut) + Reckoning.owed(line, c.spans(), cut, c.horizon()))
                    .isEqualTo(Reckoning.owed(line, c.spans(), c.horizon()));
        }
    }

    private static List<Line> lines(Case c) {
        return List.of(new Elapsed(), new WorkingTime(c.calendar()), new WorkingDays(c.calendar()));
    }

    // Starts lie around daylight changes in five zones (Lord Howe shifts by half an hour, São Paulo at midnight,
    // Shanghai
    // had them in 1991), leap days, and the New Year holiday.
    private static final Map<String, List<String>> EDGES = Map.of(
            "Asia/Shanghai", List.of("2024-02-26T00:00", "2026-02-10T00:00", "1991-04-10T00:00", "1991-09-10T00:00"),
            "Europe/Berlin", List.of("2025-03-25T00:00", "2025-10-21T00:00"),
            "America/New_York", List.of("2028-02-25T00:00", "2025-03-05T00:00", "2025-10-29T00:00"),
            "Australia/Lord_Howe", List.of("2025-04-01T00:00", "2025-10-01T00:00"),
            "America/Sao_Paulo", List.of("2018-11-01T00:00", "2018-02-14T00:00"));

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<String> edges = Arbitraries.of(EDGES.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(day -> e.getKey() + " " + day))
                .sorted()
                .toList());
        Arbitrary<Integer> offset = Arbitraries.integers().between(0, 7 * 24 * 60);
        Arbitrary<List<Integer>> stops = Arbitraries.integers()
                .between(1, HORIZON)
                .list()
                .uniqueElements()
                .ofMaxSize(7);
        return Combinators.combine(edges, weeks(), changes(), offset, stops).as(ReckoningTest::build);
    }

    private static Case build(
            String edge, Map<DayOfWeek, Hours> week, Map<Integer, DayChange> changes, int offset, List<Integer> stops) {
        ZoneId zone = ZoneId.of(edge.substring(0, edge.indexOf(' ')));
        LocalDateTime around = LocalDateTime.parse(edge.substring(edge.indexOf(' ') + 1));
        Map<LocalDate, DayChange> dates = new HashMap<>();
        changes.forEach((day, change) -> dates.put(around.toLocalDate().plusDays(day), change));
        WorkCalendar calendar = new WorkCalendar("c", "c", "c", zone, week, dates);
        Instant start = around.atZone(zone).toInstant().plusSeconds(offset * 60L);
        return new Case(calendar, start, spans(start, stops.stream().sorted().toList()));
    }

    /** Starts, pauses at the first stop, resumes at the second, and so on; an even number of stops leaves it running. */
    private static List<Span> spans(Instant start, List<Integer> stops) {
        List<Span> spans = new ArrayList<>();
        Instant from = start;
        for (int i = 0; i < stops.size(); i += 2) {
            spans.add(new Span(from, start.plusSeconds(stops.get(i) * 60L)));
            if (i + 1 == stops.size()) {
                return spans;
            }
            from = start.plusSeconds(stops.get(i + 1) * 60L);
        }
        spans.add(new Span(from, null));
        return spans;
    }

    private static Arbitrary<Map<DayOfWeek, Hours>> weeks() {
        return hours().list()
                .ofSize(7)
                .map(hours -> Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(day -> day, day -> hours.get(day.ordinal()))))
                .filter(week -> !week.values().stream().allMatch(Hours::off));
    }

    /** Up to four spells a day, any of them at any minute: lunch breaks, night shifts, the whole day, none. */
    private static Arbitrary<Hours> hours() {
        Arbitrary<Hours> random = Arbitraries.integers()
                .between(0, Hours.DAY)
                .set()
                .ofMinSize(2)
                .ofMaxSize(8)
                .map(marks -> {
                    List<Integer> sorted = marks.stream().sorted().toList();
                    List<Spell> spells = new ArrayList<>();
                    for (int i = 0; i + 1 < sorted.size(); i += 2) {
                        spells.add(new Spell(sorted.get(i), sorted.get(i + 1)));
                    }
                    return new Hours(spells);
                });
        return Arbitraries.oneOf(
                random,
                Arbitraries.of(
                        Hours.parse(SomeCalendars.OFFICE),
                        Hours.parse("00:00-24:00"),
                        Hours.parse("00:00-06:00 22:00-24:00"),
                        Hours.OFF));
    }

    private static Arbitrary<Map<Integer, DayChange>> changes() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 20), Arbitraries.of(off("holiday"), worked("make-up day")))
                .ofMaxSize(8);
    }
}
