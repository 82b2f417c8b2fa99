package org.redress.desk.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Points in time as the driver takes and gives them; what never comes is {@link Instant#MAX} on our side, infinity there. */
final class Moments {

    private static final OffsetDateTime NEVER = OffsetDateTime.MAX;

    private Moments() {}

    static OffsetDateTime at(Instant moment) {
        return moment.equals(Instant.MAX) ? NEVER : moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime atOrNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }

    static Instant get(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment.equals(NEVER) ? Instant.MAX : moment.toInstant();
    }

    static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class) == null ? null : get(row, column);
    }
}
