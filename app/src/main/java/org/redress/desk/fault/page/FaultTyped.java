package org.redress.desk.fault.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Window;
import org.redress.ground.identity.UnitId;
import org.redress.platform.web.Problem;

/** What people typed, read; a 422 problem that names the field where it cannot be. */
final class FaultTyped {

    private static final int FARTHEST_DAYS = 60;

    private FaultTyped() {}

    /** One of the values by its name, as browsers send it. */
    static <E extends Enum<E>> E choice(Class<E> kind, String typed, String code, String field) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(code, field));
    }

    static @Nullable UnitId unit(String typed) {
        try {
            return typed.isBlank() ? null : new UnitId(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("fault.unit", "unit");
        }
    }

    /** A stretch of time; null where neither end is given. */
    static @Nullable Window window(String from, String until, ZoneId zone) {
        if (from.isBlank() && until.isBlank()) {
            return null;
        }
        try {
            return new Window(moment(from, zone), moment(until, zone));
        } catch (DateTimeException e) {
            throw Problem.invalid("fault.window", "until", FARTHEST_DAYS);
        }
    }

    static Instant moment(String typed, ZoneId zone) {
        return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
    }
}
