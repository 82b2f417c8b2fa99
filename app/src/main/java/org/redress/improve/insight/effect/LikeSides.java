package org.redress.improve.insight.effect;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * At which sides and after how many days there are cases that somebody is like, a bit for each, so that a customer is looked at
 * once for all of them.
 */
final class LikeSides {

    private LikeSides() {}

    /** What makes customers like cases; the day is the middle of a month. */
    private record Group(LocalDate day, String segment, int tenure, int band) {}

    private static int bit(Side side, int days) {
        return 1 << side.ordinal() * RecoveryEffects.HORIZONS.size() + RecoveryEffects.HORIZONS.indexOf(days);
    }

    /** Adds people to each side and distance at which they are like a case. */
    static void add(Figures figures, int sides, long people) {
        for (Side side : Side.values()) {
            for (int days : RecoveryEffects.HORIZONS) {
                if ((sides & bit(side, days)) != 0) {
                    figures.add(new Figures.PeopleKey(side.name(), days), new People(0, people));
                }
            }
        }
    }

    /** The cells in which there are cases, where so many days have passed since the middle of the month. */
    static Map<String, Object> params(Figures figures, LocalDate today) {
        Map<Group, Integer> sides = new HashMap<>();
        for (Cell cell : figures.cells().keySet()) {
            LocalDate day = Reckoner.middle(cell.month());
            if (!day.plusDays(cell.days()).isAfter(today)) {
                sides.merge(
                        new Group(day, cell.segment(), cell.tenure(), cell.band()),
                        bit(Side.valueOf(cell.side()), cell.days()),
                        (one, other) -> one | other);
            }
        }
        List<Map.Entry<Group, Integer>> groups = List.copyOf(sides.entrySet());
        return Map.of(
                "likeDays", texts(groups, one -> one.getKey().day()),
                "likeSegments", texts(groups, one -> one.getKey().segment()),
                "likeTenures", texts(groups, one -> one.getKey().tenure()),
                "likeBands", texts(groups, one -> one.getKey().band()),
                "likeSides", texts(groups, Map.Entry::getValue));
    }

    private static String[] texts(
            List<Map.Entry<Group, Integer>> groups, Function<Map.Entry<Group, Integer>, Object> part) {
        return groups.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
