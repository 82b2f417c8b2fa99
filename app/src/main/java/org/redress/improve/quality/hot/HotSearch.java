package org.redress.improve.quality.hot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.ground.identity.UnitId;

/**
 * Finds hot matters: one place and type first, then a place or a type as a whole without what was hot in it already. So a
 * matter is told of once, at the narrowest place where it shows. What nothing has given a type is known by its subject; as long
 * as the subjects of the time before are not known, nothing is said of subjects.
 */
final class HotSearch {

    private final HeatPolicy policy;

    HotSearch(HeatPolicy policy) {
        this.policy = policy;
    }

    /**
     * A matter as it was measured.
     *
     * @param units with complaints in the window, those with most first
     * @param course complaints of each span, the earliest first
     */
    record Measured(Matter matter, Heat heat, List<UnitId> units, List<Integer> course) {}

    private static final class Pile {

        private final int[] bySpan;
        private final Map<UnitId, Integer> byUnit = new LinkedHashMap<>();

        Pile(int spans) {
            bySpan = new int[spans + 1];
        }

        void add(Cell cell) {
            bySpan[cell.span()] += cell.count();
            if (cell.span() == 0) {
                byUnit.merge(cell.unit(), cell.count(), Integer::sum);
            }
        }
    }

    /** Every matter that has the least number of complaints in the window, hot or not. */
    List<Measured> measure(List<Cell> cells) {
        List<Measured> found = new ArrayList<>(pile(
                cells.stream()
                        .filter(cell -> !cell.place().isEmpty() && !cell.type().isEmpty()),
                Cell::place,
                Cell::type,
                cell -> ""));
        boolean known = cells.stream().noneMatch(cell -> cell.subject().equals(Cell.UNKNOWN));
        List<Cell> named = known ? cells.stream().filter(Cell::named).toList() : List.of();
        found.addAll(
                pile(named.stream().filter(cell -> !cell.place().isEmpty()), Cell::place, cell -> "", Cell::subject));
        List<Matter> told = found.stream()
                .filter(one -> policy.hot(one.heat()))
                .map(Measured::matter)
                .toList();
        List<Cell> rest =
                cells.stream().filter(cell -> told.stream().noneMatch(cell::of)).toList();
        found.addAll(pile(rest.stream().filter(cell -> !cell.place().isEmpty()), Cell::place, cell -> "", cell -> ""));
        found.addAll(pile(rest.stream().filter(cell -> !cell.type().isEmpty()), cell -> "", Cell::type, cell -> ""));
        found.addAll(pile(rest.stream().filter(cell -> known && cell.named()), cell -> "", cell -> "", Cell::subject));
        return found;
    }

    private interface Part {
        String of(Cell cell);
    }

    private List<Measured> pile(Stream<Cell> cells, Part place, Part type, Part subject) {
        Map<Matter, Pile> piles = new HashMap<>();
        cells.filter(cell -> cell.span() <= policy.spans())
                .forEach(cell -> piles.computeIfAbsent(
                                new Matter(place.of(cell), type.of(cell), subject.of(cell)),
                                matter -> new Pile(policy.spans()))
                        .add(cell));
        return piles.entrySet().stream()
                .filter(one -> one.getValue().bySpan[0] >= policy.minimum())
                .map(one -> measured(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing((Measured one) -> one.heat().score())
                        .reversed())
                .toList();
    }

    private Measured measured(Matter matter, Pile pile) {
        int earlier = 0;
        List<Integer> course = new ArrayList<>();
        for (int span = policy.spans(); span >= 0; span--) {
            course.add(pile.bySpan[span]);
            earlier += span == 0 ? 0 : pile.bySpan[span];
        }
        List<UnitId> units = pile.byUnit.entrySet().stream()
                .sorted(Map.Entry.<UnitId, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return new Measured(matter, policy.measure(pile.bySpan[0], earlier), units, List.copyOf(course));
    }
}
