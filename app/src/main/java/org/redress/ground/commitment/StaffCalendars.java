package org.redress.ground.commitment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Remembered;
import org.redress.platform.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** By which calendar somebody works: their own, else that of their unit. */
@Component
public class StaffCalendars {

    private final JdbcClient jdbc;
    private final CalendarShelf shelf;
    private final UnitCalendars units;
    private final Staff staff;
    private final Trail trail;
    private final Remembered<BureauId, Map<StaffId, String>> assigned;

    StaffCalendars(JdbcClient jdbc, CalendarShelf shelf, UnitCalendars units, Staff staff, Trail trail) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.units = units;
        this.staff = staff;
        this.trail = trail;
        this.assigned = new Remembered<>(this::read);
    }

    private Map<StaffId, String> read(BureauId bureau) {
        return jdbc
                .sql("select staff, calendar from commitment.calendar_of_staff where bureau = ?")
                .param(bureau.value())
                .query((row, n) -> Map.entry(new StaffId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The calendar by which a limit runs that somebody owes; what is owed in elapsed time runs round the clock everywhere.
     *
     * @param person null where anybody of the unit owes it
     */
    public String of(BureauId bureau, UnitId unit, @Nullable StaffId person, Limit limit) {
        String own = person == null ? null : assigned.get(bureau).get(person);
        return own != null && limit.unit().isWorking() ? own : units.of(bureau, unit, limit);
    }

    /** Those who have one of their own. */
    public Map<StaffId, String> own(Actor actor) {
        actor.require(Action.READ, Calendars.KIND);
        return assigned.get(actor.bureau());
    }

    /**
     * Says by which calendar somebody works from now on; clocks that run keep theirs.
     *
     * @param calendar null for that of their unit
     */
    @Transactional
    public void assign(Actor actor, StaffId person, @Nullable String calendar) {
        actor.require(Action.MANAGE, Calendars.KIND);
        if (staff.find(actor, person).isEmpty()) {
            throw Problem.invalid("calendar.person", "person");
        }
        assigned.changing(actor.bureau());
        if (calendar == null) {
            jdbc.sql("delete from commitment.calendar_of_staff where bureau = ? and staff = ?")
                    .params(List.of(actor.bureau().value(), person.value()))
                    .update();
        } else {
            shelf.get(actor.bureau(), calendar);
            jdbc.sql("""
                            insert into commitment.calendar_of_staff (bureau, staff, calendar) values (?, ?, ?)
                            on conflict (bureau, staff) do update set calendar = excluded.calendar
                            """)
                    .params(actor.bureau().value(), person.value(), calendar)
                    .update();
        }
        trail.record(
                actor,
                "calendar.staff",
                "calendar",
                person.value(),
                calendar == null ? "{}" : "{\"calendar\":\"" + calendar + "\"}");
    }
}
