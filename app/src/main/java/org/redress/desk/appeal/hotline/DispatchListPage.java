package org.redress.desk.appeal.hotline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.desk.appeal.AppealNames.Named;

/**
 * Dispatches, the open ones by the limit of their signing or the closed ones.
 *
 * @param writes whether the reader may record one
 */
public record DispatchListPage(
        boolean closed,
        List<Dispatch> rows,
        boolean writes,
        Named named,
        @Nullable String next,
        Instant now,
        ZoneId zone) {

    /** How screens mark the limit of a signing. */
    public String look(Dispatch one) {
        Dispatch.Signing signing = one.signing();
        if (signing.inTime() != null) {
            return signing.inTime() ? "done" : "late";
        }
        return signing.dueAt().isBefore(now) ? "late" : "due";
    }
}
