package org.redress.desk.recovery.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
 * @param month in which they were proposed, or null
 * @param standing whether only what stands promised or posted
 */
public record LedgerFilter(
        @Nullable Dimension by,
        String key,
        @Nullable LocalDate day,
        @Nullable UUID after,
        @Nullable YearMonth month,
        boolean standing) {

    private static final String MONTH = "day >= :from and day < :until and ";
    private static final String STANDING = "account in ('PROMISED', 'POSTED') and ";
    private static final String PAGE = "(day, id) < (:day, :after) order by day desc, id desc limit :limit";
    private static final LocalDate END = LocalDate.of(9999, 1, 1);
    private static final UUID LAST = new UUID(-1, -1);

    /** Of any month, wherever they stand. */
    public LedgerFilter(@Nullable Dimension by, String key, @Nullable LocalDate day, @Nullable UUID after) {
        this(by, key, day, after, null, false);
    }

    /** The same of one giver. */
    LedgerFilter givenBy(StaffId giver) {
        return new LedgerFilter(Dimension.AGENT, giver.value().toString(), day, after, month, standing);
    }

    String where() {
        String within = (month == null ? "" : MONTH) + (standing ? STANDING : "") + PAGE;
        return switch (by) {
            case null -> within;
            case CUSTOMER -> "customer = :key and " + within;
            case BUDGET -> "budget = :key and " + within;
            case AGENT -> "giver = :key and " + within;
            case TYPE -> "type = :key and " + within;
            case BASIS -> "basis = any(:key) and " + within;
        };
    }

    /** Why they are given; empty where it is not asked for that. */
    public List<Basis> bases() {
        return by == Dimension.BASIS
                ? Arrays.stream(key.split(",", -1)).map(LedgerFilter::basis).toList()
                : List.of();
    }

    private static Basis basis(String name) {
        return Arrays.stream(Basis.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.absent("ledger.absent"));
    }

    Map<String, Object> params(int limit) {
        Map<String, Object> params = new HashMap<>();
        params.put("day", day == null ? END : day);
        params.put("after", after == null ? LAST : after);
        params.put("limit", limit);
        if (by != null) {
            params.put(
                    "key",
                    switch (by) {
                        case TYPE -> key;
                        case BASIS -> bases().stream().map(Basis::name).toArray(String[]::new);
                        case CUSTOMER, BUDGET, AGENT -> uuid(key);
                    });
        }
        if (month != null) {
            params.put("from", month.atDay(1));
            params.put("until", month.plusMonths(1).atDay(1));
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
