package org.redress.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Points in time as the driver takes and gives them; what never comes is {@link Instant#MAX} on our side, infinity there. */
public final class Moments {

    /** What the driver writes as {@code infinity}. */
    private static final OffsetDateTime NEVER = OffsetDateTime.MAX;

    private Moments() {}

    public static OffsetDateTime at(Instant moment) {
        return moment.equals(Instant.MAX) ? NEVER : moment.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime atOrNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }

    /** A column that is never null. */
    public static Instant get(ResultSet row, String column) throws SQLException {
        return instant(row.getObject(column, OffsetDateTime.class));
    }

    /** A column that may be null. */
    public static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : instant(moment);
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment.equals(NEVER) ? Instant.MAX : moment.toInstant();
    }
}
