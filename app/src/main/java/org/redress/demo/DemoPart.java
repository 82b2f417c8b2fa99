package org.redress.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of the demonstration's work and history. Contributed as a bean. */
interface DemoPart {

    /** The part that is filled before, on whose tickets and people this one builds; null where nothing has to be there. */
    @Nullable
    Class<? extends DemoPart> after();

    void fill(DemoBureau bureau);

    /** The parts in the order in which they are filled; of those that come after the same one, by their names. */
    static List<DemoPart> inOrder(List<DemoPart> parts) {
        List<DemoPart> left = new ArrayList<>(parts);
        left.sort(Comparator.comparing(part -> part.getClass().getName()));
        List<DemoPart> ordered = new ArrayList<>();
        Set<Class<?>> filled = new HashSet<>();
        while (!left.isEmpty()) {
            DemoPart next = left.stream()
                    .filter(part -> part.after() == null || filled.contains(part.after()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("parts wait for what never comes: " + left));
            left.remove(next);
            filled.add(next.getClass());
            ordered.add(next);
        }
        return ordered;
    }
}
