package org.redress.improve.quality.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redress.ground.identity.UnitId;

@Tag("S5.4")
class HotSearchTest {

    private static final HeatPolicy POLICY = new HeatPolicy(7, 8, 5, 3, 1);
    private static final UnitId DESK = new UnitId(new UUID(0, 1));
    private static final UnitId CREW = new UnitId(new UUID(0, 2));

    private static Cell cell(String place, String type, UnitId unit, int span, int count) {
        return new Cell(place, type, "", unit, span, count);
    }

    private static Cell untyped(String place, String subject, int span, int count) {
        return new Cell(place, "", subject, DESK, span, count);
    }

    private static List<Matter> hot(List<Cell> cells) {
        return new HotSearch(POLICY)
                .measure(cells).stream()
                        .filter(one -> POLICY.hot(one.heat()))
                        .map(HotSearch.Measured::matter)
                        .toList();
    }

    @Test
    void a_place_where_one_thing_fails_is_told_of_once_and_not_again_as_a_place_and_as_a_type() {
        assertThat(hot(List.of(cell("枫林镇", "no-service", DESK, 0, 12), cell("枫林镇", "no-service", DESK, 3, 1))))
                .containsExactly(new Matter("枫林镇", "no-service"));
    }

    @Test
    void a_place_where_everything_fails_a_little_is_hot_as_a_place() {
        List<Cell> cells = Stream.of("no-service", "slow-broadband", "call-quality")
                .map(type -> cell("枫林镇", type, DESK, 0, 3))
                .toList();
        assertThat(hot(cells)).containsExactly(new Matter("枫林镇", ""));
    }

    @Test
    void a_failure_everywhere_a_little_is_hot_as_a_type() {
        List<Cell> cells = IntStream.range(0, 9)
                .mapToObj(n -> cell("镇" + n, "price-raised", DESK, 0, 1))
                .toList();
        assertThat(hot(cells)).containsExactly(new Matter("", "price-raised"));
    }

    @Test
    void what_nothing_has_given_a_type_is_hot_by_its_subject_everywhere_or_in_one_place() {
        List<Cell> cells = IntStream.range(0, 9)
                .mapToObj(n -> untyped("镇" + n, "a1", 0, 1))
                .toList();
        assertThat(hot(cells)).containsExactly(new Matter("", "", "a1"));
        assertThat(hot(List.of(untyped("枫林镇", "a1", 0, 9), untyped("枫林镇", "b2", 0, 1))))
                .containsExactly(new Matter("枫林镇", "", "a1"));
        assertThat(hot(List.of(untyped("", "a1", 0, 4), untyped("", "b2", 0, 4), untyped("", "", 0, 9))))
                .isEmpty();
    }

    @Test
    void complaints_of_a_subject_that_is_hot_in_one_place_do_not_count_again_for_it_everywhere() {
        List<Cell> cells = Stream.concat(
                        Stream.of(untyped("枫林镇", "a1", 0, 9)),
                        IntStream.range(0, 6).mapToObj(n -> untyped("镇" + n, "a1", 0, 1)))
                .toList();
        assertThat(hot(cells)).containsExactly(new Matter("枫林镇", "", "a1"), new Matter("", "", "a1"));
        assertThat(new HotSearch(POLICY)
                        .measure(cells).stream().map(one -> one.heat().count()))
                .containsExactly(9, 6);
    }

    @Test
    void nothing_is_said_of_subjects_while_those_of_the_weeks_before_are_not_known() {
        assertThat(hot(List.of(untyped("", "a1", 0, 9), untyped("", Cell.UNKNOWN, 2, 9))))
                .isEmpty();
    }

    @Test
    void what_is_as_ever_is_not_hot() {
        List<Cell> cells = IntStream.rangeClosed(0, 8)
                .mapToObj(span -> cell("枫林镇", "no-service", DESK, span, 20))
                .toList();
        assertThat(hot(cells)).isEmpty();
    }

    @Test
    void the_unit_with_most_comes_first_and_the_course_ends_with_the_window() {
        HotSearch.Measured found = new HotSearch(POLICY)
                .measure(List.of(
                        cell("枫林镇", "no-service", DESK, 0, 2),
                        cell("枫林镇", "no-service", CREW, 0, 7),
                        cell("枫林镇", "no-service", CREW, 8, 1)))
                .getFirst();
        assertThat(found.units()).containsExactly(CREW, DESK);
        assertThat(found.course()).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 9);
        assertThat(found.heat().earlier()).isEqualTo(1);
    }
}
