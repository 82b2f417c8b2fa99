package org.redress.desk.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Points in time as the driver takes and gives them; infinity, the time that never comes, is null on our side. */
final class Moments {

    /** What the driver writes as {@code infinity}. */
    static final OffsetDateTime NEVER = OffsetDateTime.MAX;

    private Moments() {}

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime atOrNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }

    static OffsetDateTime atOrNever(@Nullable Instant moment) {
        return moment == null ? NEVER : at(moment);
    }

    static Instant get(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null || moment.equals(NEVER) ? null : moment.toInstant();
    }
}
