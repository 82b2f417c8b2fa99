package org.redress.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A total cut into its parts, none of them hidden at zero. */
public record ResultBar(List<Part> parts) {

    /**
     * A part.
     *
     * @param kind its colour: {@code b} first, {@code q} second, {@code n} unchanged, {@code l} refused
     * @param href the records behind it, or null
     */
    public record Part(
            String kind, String label, long count, @Nullable String href) {}

    public ResultBar {
        parts = List.copyOf(parts);
    }

    public long total() {
        return parts.stream().mapToLong(Part::count).sum();
    }

    /** Where the part of this index begins. */
    public long before(int index) {
        return parts.subList(0, index).stream().mapToLong(Part::count).sum();
    }
}
