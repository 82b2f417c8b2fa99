package org.redress.desk.care.station;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;

/**
 * A tracking station.
 *
 * @param number people say {@code Z-012}
 * @param area outlet or area in words
 * @param unit that of the keeper
 * @param questions version of the questions from the next period on
 */
public record Station(
        StationId id,
        int number,
        String name,
        String area,
        StaffId keeper,
        UnitId unit,
        Rhythm rhythm,
        LocalDate startsOn,
        int questions,
        @Nullable Instant endedAt,
        int version) {

    /** The number as people say it. */
    public String spoken() {
        return "Z-%03d".formatted(number);
    }

    public String path() {
        return "/care/stations/" + id.value();
    }
}
