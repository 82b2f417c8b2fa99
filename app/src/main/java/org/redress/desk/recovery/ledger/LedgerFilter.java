package org.redress.desk.recovery.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.platform.web.Problem;

/**
 * Which compensations a list shows.
 *
 * @param by what the key is of, or null for all
 * @param day of the last one seen, or null
 * @param after the last one seen, or null
 */
public record LedgerFilter(
        @Nullable Dimension by,
        String key,
        @Nullable LocalDate day,
        @Nullable UUID after) {

    private static final String PAGE = "(day, id) < (:day, :after) order by day desc, id desc limit :limit";
    private static final LocalDate END = LocalDate.of(9999, 1, 1);
    private static final UUID LAST = new UUID(-1, -1);

    /** The same of one giver. */
    LedgerFilter givenBy(StaffId giver) {
        return new LedgerFilter(Dimension.AGENT, giver.value().toString(), day, after);
    }

    String where() {
        return switch (by) {
            case null -> PAGE;
            case CUSTOMER -> "customer = :key and " + PAGE;
            case BUDGET -> "budget = :key and " + PAGE;
            case AGENT -> "giver = :key and " + PAGE;
            case TYPE -> "type = :key and " + PAGE;
        };
    }

    Map<String, Object> params(int limit) {
        Map<String, Object> params = new HashMap<>();
        params.put("day", day == null ? END : day);
        params.put("after", after == null ? LAST : after);
        params.put("limit", limit);
        if (by != null) {
            params.put("key", by == Dimension.TYPE ? key : uuid(key));
        }
        return params;
    }

    private static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Problem.absent("ledger.absent");
        }
    }
}
