package org.redress.desk.procedure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.ground.identity.UnitId;

/**
 * When a matter has been thrown between departments often enough to stop.
 *
 * @param returns between the same two, in either direction
 * @param departments that sent it back or got it back
 */
record ThrownAroundPolicy(int returns, int departments) {

    /** What stops a matter. */
    record Stop(Ruling.Cause cause, int count) {}

    /** Judges what has happened to a matter since it was last decided about. */
    Optional<Stop> judge(Collection<Handover> handovers) {
        List<Handover> thrown = handovers.stream()
                .filter(one -> one.what().thrown() && !one.from().equals(one.to()))
                .toList();
        Map<Set<UnitId>, Integer> pairs = new HashMap<>();
        Set<UnitId> all = new HashSet<>();
        for (Handover one : thrown) {
            pairs.merge(Set.of(one.from(), one.to()), 1, Integer::sum);
            all.add(one.from());
            all.add(one.to());
        }
        int most = pairs.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (most >= returns) {
            return Optional.of(new Stop(Ruling.Cause.RETURNS, most));
        }
        return all.size() >= departments
                ? Optional.of(new Stop(Ruling.Cause.DEPARTMENTS, all.size()))
                : Optional.empty();
    }
}
