package org.redress.desk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A type that was renamed, split or merged keeps its history comparable. */
@Tag("S4.1")
class LineageTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");

    private static Lineage.Step step(int version, String code, String... successors) {
        return new Lineage.Step(
                version, MONDAY.plusSeconds(version * 86_400L), code, List.of(successors), successors[0]);
    }

    @Test
    void a_period_that_spans_a_split_is_counted_under_the_type_that_was() {
        Lineage lineage = new Lineage(List.of(step(2, "slow", "slow-night", "slow-always")));

        Lineage.Comparison before = lineage.since(MONDAY);
        assertThat(before.of("slow-night")).isEqualTo("slow");
        assertThat(before.of("slow-always")).isEqualTo("slow");
        assertThat(before.of("no-service")).isEqualTo("no-service");
        assertThat(before.behind("slow")).containsExactly("slow", "slow-always", "slow-night");
        assertThat(before.splits()).extracting(Lineage.Step::code).containsExactly("slow");

        Lineage.Comparison after = lineage.since(MONDAY.plusSeconds(3 * 86_400L));
        assertThat(after.of("slow-night")).isEqualTo("slow-night");
        assertThat(after.splits()).isEmpty();
    }

    @Test
    void what_was_merged_is_counted_as_what_it_became_whenever_the_period_begins() {
        Lineage lineage = new Lineage(List.of(step(2, "a", "c"), step(2, "b", "c")));

        assertThat(lineage.since(MONDAY).of("a")).isEqualTo("c");
        assertThat(lineage.since(MONDAY.plusSeconds(900_000)).of("b")).isEqualTo("c");
        assertThat(lineage.counted("c")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(lineage.counted("a")).containsExactly("a");
    }

    @Test
    void a_part_of_a_split_type_is_not_counted_with_the_whole_in_a_list() {
        Lineage lineage = new Lineage(List.of(step(2, "slow", "slow-night", "slow-always")));

        assertThat(lineage.counted("slow-night")).containsExactly("slow-night");
        assertThat(lineage.family("slow-night")).containsExactlyInAnyOrder("slow", "slow-night", "slow-always");
    }

    @Test
    void words_lead_to_the_heir_that_a_person_named_however_often_it_was_split() {
        Lineage lineage = new Lineage(List.of(
                new Lineage.Step(2, MONDAY, "a", List.of("b", "c"), "c"),
                new Lineage.Step(3, MONDAY, "c", List.of("d", "e"), "d")));

        assertThat(lineage.heir("a")).hasValue("d");
        assertThat(lineage.heir("b")).hasValue("b");
        assertThat(lineage.heir("unknown")).hasValue("unknown");
    }

    @Property
    void regrouping_loses_and_doubles_nothing(
            @ForAll("histories") List<Lineage.Step> steps, @ForAll("counts") long seed) {
        Lineage lineage = new Lineage(steps);
        Map<String, Integer> counts = new HashMap<>();
        for (Lineage.Step step : steps) {
            counts.put(step.code(), Math.floorMod(seed * step.version(), 17));
            step.successors().forEach(code -> counts.putIfAbsent(code, Math.floorMod(seed + code.hashCode(), 13)));
        }
        Instant from = MONDAY.plusSeconds(Math.floorMod(seed, 12) * 86_400L);

        Lineage.Comparison comparison = lineage.since(from);
        Map<String, Integer> grouped = new HashMap<>();
        counts.forEach((code, count) -> grouped.merge(comparison.of(code), count, Integer::sum));

        assertThat(grouped.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(counts.values().stream().mapToInt(Integer::intValue).sum());
        for (String code : counts.keySet()) {
            String name = comparison.of(code);
            assertThat(comparison.of(name))
                    .as("counted under what counts for itself")
                    .isEqualTo(name);
            assertThat(comparison.behind(name)).contains(code);
        }
        for (Lineage.Step step : steps) {
            if (!step.split() || step.at().isAfter(from)) {
                Set<String> together = Set.copyOf(
                        step.successors().stream().map(comparison::of).toList());
                assertThat(together).containsExactly(comparison.of(step.code()));
            }
        }
    }

    /** Versions that split a living type, or merge two. */
    @Provide
    Arbitrary<List<Lineage.Step>> histories() {
        return Arbitraries.integers().between(0, 99).list().ofMaxSize(8).map(LineageTest::history);
    }

    @Provide
    Arbitrary<Long> counts() {
        return Arbitraries.longs().between(1, 1_000_000);
    }

    private static List<Lineage.Step> history(List<Integer> choices) {
        List<String> living = new ArrayList<>(List.of("a", "b", "c", "d"));
        List<Lineage.Step> steps = new ArrayList<>();
        int version = 1;
        for (int choice : choices) {
            version++;
            String code = living.remove(choice % living.size());
            String fresh = "own-" + version;
            if (choice % 2 == 0 || living.isEmpty()) {
                steps.add(step(version, code, fresh, fresh + "-2"));
                living.addAll(List.of(fresh, fresh + "-2"));
            } else {
                String other = living.remove(0);
                steps.add(step(version, code, fresh));
                steps.add(step(version, other, fresh));
                living.add(fresh);
            }
        }
        return steps;
    }
}
