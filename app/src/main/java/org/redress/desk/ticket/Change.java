package org.redress.desk.ticket;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a wish to change a ticket comes to once its rules have been looked at. */
sealed interface Change {

    /** The rules forbid it; message keys say why, and which joined tickets are unanswered and what is left out where that is a reason. */
    record Forbidden(List<String> reasons, List<TicketNumber> unanswered, List<String> leftOut) implements Change {}

    /** All is as it was wished already. */
    record Nothing() implements Change {}

    /**
     * It is to be written.
     *
     * @param columns of the ticket, by name
     * @param reply what becomes of the clock of the reply
     */
    record Write(Happening happening, Map<String, @Nullable Object> columns, OnClock reply) implements Change {

        /** What it is about: two changes that share nothing of this can both be made. */
        Set<String> touched() {
            Set<String> touched = new LinkedHashSet<>(columns.keySet());
            touched.add(happening.what());
            return touched;
        }
    }

    static Change forbidden(String reason) {
        return forbidden(List.of(reason));
    }

    static Change forbidden(List<String> reasons) {
        return new Forbidden(reasons, List.of(), List.of());
    }

    /** A change that leaves the clock alone. */
    static Write write(Happening happening, Map<String, @Nullable Object> columns) {
        return new Write(happening, columns, reply -> null);
    }

    /** Columns to be written, in order; values may be null. */
    static Map<String, @Nullable Object> columns(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put((String) java.util.Objects.requireNonNull(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return columns;
    }

    /** Something done to the clock of the reply; null where it is left alone. */
    interface OnClock {
        @Nullable
        ReplyNow apply(UUID ticket);
    }
}
