package org.redress.desk.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.redress.desk.procedure.Timeline.Stay;
import org.redress.ground.identity.UnitId;

/** Cuts the time of a matter wherever it changed hands, and gives each piece to whoever had it then. */
final class TimelineReckoning {

    private TimelineReckoning() {}

    /** From when on which department answers for the ticket. */
    record Answered(Instant from, UnitId unit) {}

    /**
     * @param answered in order; the first one also stands for the time before it
     * @param handovers in order
     */
    static Timeline of(Instant received, Instant until, List<Answered> answered, List<Handover> handovers) {
        TreeSet<Instant> cuts = new TreeSet<>(Comparator.naturalOrder());
        cuts.add(received);
        answered.forEach(one -> cuts.add(one.from()));
        handovers.forEach(one -> cuts.add(one.at()));
        List<Instant> moments = new ArrayList<>(cuts.stream()
                .filter(at -> !at.isBefore(received) && at.isBefore(until))
                .toList());
        moments.add(until);
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i + 1 < moments.size(); i++) {
            join(stays, at(moments.get(i), moments.get(i + 1), answered, handovers));
        }
        return new Timeline(List.copyOf(stays));
    }

    private static Stay at(Instant from, Instant until, List<Answered> answered, List<Handover> handovers) {
        Handover last = handovers.stream()
                .filter(one -> !one.at().isAfter(from))
                .reduce((first, second) -> second)
                .orElse(null);
        if (last != null && last.what().toDepartment()) {
            return new Stay(last.to(), last.segment(), from, until);
        }
        UnitId unit = answered.stream()
                .filter(one -> !one.from().isAfter(from))
                .reduce((first, second) -> second)
                .orElse(answered.getFirst())
                .unit();
        return new Stay(unit, null, from, until);
    }

    private static void join(List<Stay> stays, Stay next) {
        Stay last = stays.isEmpty() ? null : stays.getLast();
        if (last != null && last.unit().equals(next.unit()) && Objects.equals(last.segment(), next.segment())) {
            stays.set(stays.size() - 1, new Stay(last.unit(), last.segment(), last.from(), next.until()));
        } else {
            stays.add(next);
        }
    }
}
