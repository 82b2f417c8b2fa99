package org.redress.ground.commitment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The hours of one date as moments, in whole seconds. A moment belongs to them when a clock on the wall then shows a time
 * within the hours; so a day on which the clocks are put forward may be shorter, and one on which they are put back longer.
 */
record WorkDay(List<Run> runs, long length) {

    /** From a moment up to and without another. */
    record Run(Instant from, Instant until) {
        long seconds() {
            return Duration.between(from, until).toSeconds();
        }
    }

    static WorkDay of(LocalDate date, Hours hours, ZoneId zone) {
        if (hours.off()) {
            return new WorkDay(List.of(), 0);
        }
        List<Run> runs = new ArrayList<>();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        Instant piece = date.atStartOfDay(zone).toInstant();
        while (piece.isBefore(end)) {
            ZoneOffset offset = zone.getRules().getOffset(piece);
            ZoneOffsetTransition change = zone.getRules().nextTransition(piece);
            Instant pieceEnd = change != null && change.getInstant().isBefore(end) ? change.getInstant() : end;
            Instant midnight = date.atTime(LocalTime.MIN).toInstant(offset);
            for (Hours.Spell spell : hours.spells()) {
                Instant from = latest(piece, midnight.plusSeconds(spell.from() * 60L));
                Instant until = earliest(pieceEnd, midnight.plusSeconds(spell.until() * 60L));
                if (from.isBefore(until)) {
                    runs.add(new Run(from, until));
                }
            }
            piece = pieceEnd;
        }
        return new WorkDay(runs, runs.stream().mapToLong(Run::seconds).sum());
    }

    /** Seconds worked on this day before a moment. */
    long worked(Instant moment) {
        long worked = 0;
        for (Run run : runs) {
            if (!run.from().isBefore(moment)) {
                break;
            }
            worked +=
                    Duration.between(run.from(), earliest(run.until(), moment)).toSeconds();
        }
        return worked;
    }

    /** The earliest moment by which so many seconds have been worked. */
    Instant at(long worked) {
        long rest = worked;
        for (Run run : runs) {
            if (rest <= run.seconds()) {
                return run.from().plusSeconds(rest);
            }
            rest -= run.seconds();
        }
        throw new IllegalArgumentException("a day of " + length + " seconds has no second " + worked);
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
