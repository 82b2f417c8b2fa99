package org.redress.ground.commitment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.WorkCalendar.DayChange;
import org.redress.ground.identity.BureauId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of calendars. */
@Component
class CalendarRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    CalendarRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * A calendar as it is written, before what it takes over from its base.
     *
     * @param base code of the calendar that it is based on, or null
     */
    record Written(
            String code,
            String nameZh,
            String nameEn,
            ZoneId zone,
            @Nullable String base,
            Map<DayOfWeek, Hours> week,
            Map<LocalDate, DayChange> dates) {}

    List<Written> of(BureauId bureau) {
        Map<String, Map<DayOfWeek, Hours>> weeks = new HashMap<>();
        jdbc.sql("select calendar, weekday, hours from commitment.calendar_week where bureau = ?")
                .param(bureau.value())
                .query(row -> {
                    weeks.computeIfAbsent(row.getString(1), code -> new EnumMap<>(DayOfWeek.class))
                            .put(DayOfWeek.of(row.getInt(2)), Hours.parse(row.getString(3)));
                });
        Map<String, Map<LocalDate, DayChange>> dates = new HashMap<>();
        jdbc.sql("select calendar, day, hours, name, source from commitment.calendar_date where bureau = ?")
                .param(bureau.value())
                .query(row -> {
                    String hours = row.getString(3);
                    dates.computeIfAbsent(row.getString(1), code -> new HashMap<>())
                            .put(
                                    row.getObject(2, LocalDate.class),
                                    new DayChange(
                                            hours == null ? null : Hours.parse(hours),
                                            row.getString(4),
                                            row.getString(5)));
                });
        return jdbc.sql("select code, name_zh, name_en, zone, base from commitment.calendar where bureau = ?")
                .param(bureau.value())
                .query((row, n) -> new Written(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        ZoneId.of(row.getString(4)),
                        row.getString(5),
                        weeks.getOrDefault(row.getString(1), Map.of()),
                        dates.getOrDefault(row.getString(1), Map.of())))
                .list();
    }

    /** Adds a calendar; one that is there already stays as it is. */
    void add(BureauId bureau, Written calendar) {
        int added = jdbc.sql("""
                        insert into commitment.calendar (bureau, code, name_zh, name_en, zone, base)
                        values (:bureau, :code, :zh, :en, :zone, :base) on conflict do nothing
                        """)
                .param("bureau", bureau.value())
                .param("code", calendar.code())
                .param("zh", calendar.nameZh())
                .param("en", calendar.nameEn())
                .param("zone", calendar.zone().getId())
                .param("base", calendar.base())
                .update();
        if (added == 1) {
            insertWeek(bureau, calendar.code(), calendar.week());
        }
    }

    /** Writes the week of a calendar over the one that it had; an empty one is that of its base. */
    void putWeek(BureauId bureau, String calendar, Map<DayOfWeek, Hours> week) {
        jdbc.sql("delete from commitment.calendar_week where bureau = ? and calendar = ?")
                .params(bureau.value(), calendar)
                .update();
        insertWeek(bureau, calendar, week);
    }

    private void insertWeek(BureauId bureau, String calendar, Map<DayOfWeek, Hours> week) {
        batch.batchUpdate(
                "insert into commitment.calendar_week (bureau, calendar, weekday, hours) values (?, ?, ?, ?)",
                List.copyOf(week.entrySet()),
                7,
                (statement, day) -> {
                    statement.setInt(1, bureau.value());
                    statement.setString(2, calendar);
                    statement.setInt(3, day.getKey().getValue());
                    statement.setString(4, day.getValue().text());
                });
    }

    /** A calendar and all that are based on it, at whatever remove. */
    Set<String> basedOn(BureauId bureau, String calendar) {
        return jdbc.sql("""
                        with recursive heirs (code) as (
                          select :calendar
                          union
                          select c.code from commitment.calendar c join heirs on c.base = heirs.code
                           where c.bureau = :bureau)
                        select code from heirs
                        """)
                .param("bureau", bureau.value())
                .param("calendar", calendar)
                .query((row, n) -> row.getString(1))
                .set();
    }

    /** Writes dates of a calendar over what it had for them. */
    void put(BureauId bureau, String calendar, Map<LocalDate, DayChange> dates) {
        batch.batchUpdate("""
                insert into commitment.calendar_date (bureau, calendar, day, hours, name, source)
                values (?, ?, ?, ?, ?, ?)
                on conflict (bureau, calendar, day)
                do update set hours = excluded.hours, name = excluded.name, source = excluded.source
                """, List.copyOf(dates.entrySet()), 100, (statement, date) -> {
            DayChange change = date.getValue();
            statement.setInt(1, bureau.value());
            statement.setString(2, calendar);
            statement.setObject(3, date.getKey());
            statement.setString(
                    4, change.hours() == null ? null : change.hours().text());
            statement.setString(5, change.name());
            statement.setString(6, change.source());
        });
    }
}
