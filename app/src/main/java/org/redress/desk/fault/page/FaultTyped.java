package org.redress.desk.fault.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.desk.fault.Window;
import org.redress.ground.identity.UnitId;
import org.redress.platform.web.Problem;

/** Units and times as people typed them; a 422 problem that names the field where they cannot be. */
final class FaultTyped {

    private static final int FARTHEST_DAYS = 60;

    private FaultTyped() {}

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
