package org.redress.ground.intake.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.redress.ground.intake.FileProfile;
import org.redress.ground.intake.FileProfile.Cells;
import org.redress.ground.intake.FileProfile.Dates;
import org.redress.ground.intake.Value;
import org.redress.ground.intake.sheet.CellKind;
import org.redress.ground.intake.sheet.Row;

/** Reads a point in time from one to three cells of a row. */
final class DateReader {

    private static final int EARLIEST_YEAR = 1990;

    private final ZoneId zone;
    private final Instant latest;
    private final DateText text;
    private final FileProfile profile;

    DateReader(ZoneId zone, Clock clock, FileProfile profile) {
        this.zone = zone;
        this.profile = profile;
        // Clocks differ, and a file may come from further east.
        this.latest = clock.instant().plus(1, ChronoUnit.DAYS);
        this.text = new DateText(LocalDate.ofInstant(clock.instant(), zone).getYear());
    }

    /**
     * Reads the date of a row.
     *
     * @param second column by whose month the day is told, or -1
     * @param time column with the time of day, or -1
     */
    CellReader.Result read(Row row, int column, int second, int time, DateRule rule) {
        Cells cells = cells(column);
        Dated date = cells == null ? cell(row, column) : turned(cell(row, column), cells);
        if (date == null || date.form() == Form.TIME || date.form() == Form.MONTH) {
            return CellReader.not("date.form");
        }
        DateRule.Settled settled = rule.settle(date, second(row, second));
        LocalDate day = settled.day();
        if (day == null) {
            return CellReader.not(settled.fault());
        }
        LocalTime hour = date.time();
        if (hour == null
                && time >= 0
                && !row.text(time).isBlank()
                && !Lexicon.missing(row.text(time).strip())) {
            Dated own = cell(row, time);
            if (own == null || own.time() == null) {
                return CellReader.not("time.form");
            }
            hour = own.time();
        }
        return placed(row.text(column).strip(), date, day, hour);
    }

    private CellReader.Result placed(String given, Dated date, LocalDate day, @Nullable LocalTime hour) {
        LocalTime known = hour == null ? LocalTime.MIDNIGHT : hour;
        Instant at = day.atTime(known)
                .atZone(date.offset() == null ? zone : date.offset())
                .toInstant();
        if (at.isAfter(latest)) {
            return CellReader.not("date.future");
        }
        return day.getYear() < EARLIEST_YEAR
                ? CellReader.not("date.early", Integer.toString(EARLIEST_YEAR))
                : CellReader.found(new Value.Moment(at, given, hour != null));
    }

    /** What a second column says; where its own cells stand among written dates, they settle nothing. */
    private @Nullable Dated second(Row row, int column) {
        Dated date = cell(row, column);
        Cells cells = cells(column);
        return cells != null && cells.mixed() ? turned(date, cells) : date;
    }

    private @Nullable Cells cells(int column) {
        Dates dates = column < 0 || column >= profile.columns().size()
                ? null
                : profile.columns().get(column).dates();
        return dates == null ? null : dates.cells();
    }

    private static @Nullable Dated turned(@Nullable Dated date, Cells cells) {
        return date != null && date.turnable() ? date.turned(cells.dayFirst()) : date;
    }

    private @Nullable Dated cell(Row row, int column) {
        if (column < 0 || row.kind(column) == CellKind.ERROR) {
            return null;
        }
        return text.read(row.text(column), row.kind(column));
    }
}
