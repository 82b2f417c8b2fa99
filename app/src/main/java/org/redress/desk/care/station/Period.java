package org.redress.desk.care.station;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A period of a station.
 *
 * @param until the first day of the next one
 * @param dueAt when what is owed in it falls due
 * @param questions the version that is asked in it
 */
public record Period(
        UUID id, StationId station, int number, LocalDate from, LocalDate until, Instant dueAt, int questions) {

    public LocalDate last() {
        return until.minusDays(1);
    }
}
