package org.redress.improve.insight.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.redress.platform.web.Problem;

class SliceTest {

    private static final List<BoardRows.Count> SEEN = List.of(
            new BoardRows.Count("018f0000-0000-7000-8000-000000000001", 5, 1),
            new BoardRows.Count("018f0000-0000-7000-8000-000000000002", 3, 1));

    @Test
    void an_address_without_a_figure_means_the_most_frequent_one() {
        assertThat(Board.slice(By.CAUSE, null, SEEN))
                .isEqualTo(new Slice.One(SEEN.getFirst().value()));
        assertThat(Board.slice(By.CAUSE, "", List.of())).isNull();
    }

    @Test
    void every_figure_finds_its_way_back_from_the_address() {
        List<Slice> slices = List.of(
                new Slice.Named(),
                new Slice.DoneWithout(),
                new Slice.OpenWithout(),
                new Slice.Rest(SEEN.stream().map(BoardRows.Count::value).toList()),
                new Slice.One("018f0000-0000-7000-8000-000000000003"),
                new Slice.Below("018f0000-0000-7000-8000-000000000004"));
        for (Slice slice : slices) {
            assertThat(Board.slice(By.CAUSE, slice.slug(), SEEN)).isEqualTo(slice);
        }
        assertThat(Board.slice(By.TYPE, "billing", SEEN)).isEqualTo(new Slice.One("billing"));
    }

    @Test
    void what_is_no_cause_is_absent_and_reaches_no_query() {
        assertThatThrownBy(() -> Board.slice(By.CAUSE, "x' or '1'='1", SEEN)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Board.slice(By.CAUSE, "~below.x", SEEN)).isInstanceOf(Problem.class);
    }

    @Test
    void the_time_before_is_as_long_and_ends_the_day_before() {
        BoardFilter filter = new BoardFilter(
                LocalDate.of(2026, 8, 1), LocalDate.of(2026, 10, 31), "城北", null, null, null, null, Map.of());
        assertThat(filter.days()).isEqualTo(92);
        assertThat(filter.before().to()).isEqualTo(LocalDate.of(2026, 7, 31));
        assertThat(filter.before().days()).isEqualTo(92);
        assertThat(filter.query()).isEqualTo("from=2026-08-01&to=2026-10-31&place=%E5%9F%8E%E5%8C%97");
    }

    @Test
    void a_period_is_grouped_over_the_weeks_that_are_drawn_and_a_week_of_it_as_the_whole() {
        LocalDate to = LocalDate.of(2026, 10, 31);
        BoardFilter days = new BoardFilter(to.minusDays(6), to, null, null, null, null, null, Map.of());
        BoardFilter page = days.counting(days.grouped(), Map.of());
        assertThat(page.grouped()).isEqualTo(Trends.first(to));
        assertThat(page.query()).isEqualTo("from=2026-10-25&to=2026-10-31");

        BoardFilter week = page.during(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 7));
        assertThat(week.query()).isEqualTo("from=2026-06-01&to=2026-06-07&since=" + Trends.first(to));
        BoardFilter back = new BoardRequest(
                        week.from(), week.to(), week.since(), null, null, null, null, null, null, null, null)
                .filter(to);
        assertThat(back.grouped()).isEqualTo(page.grouped());
    }

    @Test
    void a_place_in_a_list_is_read_back_to_the_microsecond() {
        BoardRequest request = new BoardRequest(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "1764000000123456.018f0000-0000-7000-8000-000000000001",
                null);
        BoardRows.Cursor cursor = Objects.requireNonNull(request.cursor());
        assertThat(cursor.receivedAt().toString()).isEqualTo("2025-11-24T16:00:00.123456Z");
        assertThat(request.backward()).isFalse();
        assertThatThrownBy(() ->
                        new BoardRequest(null, null, null, null, null, null, null, null, null, "x", null).cursor())
                .isInstanceOf(Problem.class);
    }
}
