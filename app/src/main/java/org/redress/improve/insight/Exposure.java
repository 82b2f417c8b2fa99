package org.redress.improve.insight;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** How many customers there were over a period: the average of the figure that held on each day. */
final class Exposure {

    private final Map<String, NavigableMap<LocalDate, Integer>> byPlace = new HashMap<>();
    private final long known;

    /**
     * Of the bureau's figures.
     *
     * @param known what stands in where the bureau keeps none. Customers become known by their complaints, so this is
     *     one figure for every period: a growing one would look like an effect
     */
    Exposure(List<CustomerBase> figures, long known) {
        figures.forEach(one ->
                byPlace.computeIfAbsent(one.place(), place -> new TreeMap<>()).put(one.from(), one.customers()));
        this.known = known;
    }

    Effect.Base base(String place) {
        if (byPlace.containsKey(place)) {
            return place.isEmpty() ? Effect.Base.BUREAU : Effect.Base.PLACE;
        }
        return byPlace.containsKey("") ? Effect.Base.BUREAU : Effect.Base.KNOWN;
    }

    /** The average from a day on until before another one; a day before the first figure takes that one. */
    double average(String place, LocalDate from, LocalDate until) {
        NavigableMap<LocalDate, Integer> figures = byPlace.getOrDefault(place, byPlace.get(""));
        if (figures == null) {
            return known;
        }
        return from.datesUntil(until)
                .mapToInt(day -> Objects.requireNonNullElseGet(figures.floorEntry(day), figures::firstEntry)
                        .getValue())
                .average()
                .orElse(0);
    }
}
