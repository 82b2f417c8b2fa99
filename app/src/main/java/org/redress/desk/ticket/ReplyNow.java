package org.redress.desk.ticket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ticket keeps of its clock of the reply, to sort and to count by.
 *
 * @param endedAt when the reply was made or its matter ended
 * @param inTime whether that was in time; null while it is not, and where no reply is owed any longer
 */
record ReplyNow(
        @Nullable Instant dueAt,
        boolean paused,
        @Nullable Instant endedAt,
        @Nullable Boolean inTime) {

    /** No reply is owed: the matter arrived resolved, was rejected or cancelled. */
    static final ReplyNow NONE = new ReplyNow(null, false, null, null);

    static ReplyNow running(Instant dueAt) {
        return new ReplyNow(dueAt, false, null, null);
    }

    static ReplyNow standing() {
        return new ReplyNow(null, true, null, null);
    }

    static ReplyNow ended(Instant at, boolean inTime) {
        return new ReplyNow(null, false, at, inTime);
    }

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("due_at", Moments.atOrNever(dueAt));
        columns.put("paused", paused);
        columns.put("reply_ended_at", Moments.atOrNull(endedAt));
        columns.put("in_time", inTime);
        return columns;
    }
}
