package org.redress.desk.appeal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.platform.database.Moments;

/** A place in a list of appeals or of dispatches: the last one seen. */
public record ListPlace(Instant at, UUID id) {

    private static final UUID BOTTOM = new UUID(0, 0);
    private static final UUID TOP = new UUID(-1, -1);

    /** As an address gives it; null where it gives none. */
    public static @Nullable ListPlace of(@Nullable Instant at, @Nullable UUID id) {
        return at == null || id == null ? null : new ListPlace(at, id);
    }

    /** Before the first of a list that runs on in time. */
    public static ListPlace first() {
        return new ListPlace(Instant.EPOCH, BOTTOM);
    }

    /** Before the latest of a list that runs back in time. */
    public static ListPlace latest(Instant now) {
        return new ListPlace(now.plusSeconds(60), TOP);
    }

    /** What a list beyond this place asks for, within somebody's reach. */
    public Map<String, Object> params(AppealReach reach, int limit) {
        Map<String, Object> params = new HashMap<>(reach.params());
        params.put("at", Moments.at(at));
        params.put("id", id);
        params.put("limit", limit);
        return params;
    }
}
