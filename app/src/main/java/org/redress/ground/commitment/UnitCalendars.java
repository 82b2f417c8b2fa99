package org.redress.ground.commitment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.BureauId;
import org.redress.ground.identity.Superiors;
import org.redress.ground.identity.UnitId;
import org.redress.ground.rulebook.Limit;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** By which calendar each department and outlet works: its own, else that of the nearest unit above it, else the house's. */
@Component
public class UnitCalendars {

    private final JdbcClient jdbc;
    private final CalendarShelf shelf;
    private final Superiors superiors;
    private final Trail trail;
    private final Remembered<BureauId, Map<UnitId, String>> assigned;

    UnitCalendars(JdbcClient jdbc, CalendarShelf shelf, Superiors superiors, Trail trail) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.superiors = superiors;
        this.trail = trail;
        this.assigned = new Remembered<>(this::read);
    }

    private Map<UnitId, String> read(BureauId bureau) {
        return jdbc
                .sql("select unit, calendar from commitment.calendar_of_unit where bureau = ?")
                .param(bureau.value())
                .query((row, n) -> Map.entry(new UnitId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The calendar by which a limit of this unit runs; what is owed in elapsed time runs round the clock everywhere. */
    public String of(BureauId bureau, UnitId unit, Limit limit) {
        return limit.unit().isWorking() ? of(bureau, unit) : Calendars.ALWAYS;
    }

    /** The calendar by which the people of a unit work. */
    public String of(BureauId bureau, UnitId unit) {
        Map<UnitId, String> all = assigned.get(bureau);
        if (all.isEmpty()) {
            return Calendars.WORKING;
        }
        return superiors.upwards(bureau, unit).stream()
                .filter(all::containsKey)
                .map(all::get)
                .findFirst()
                .orElse(Calendars.WORKING);
    }

    /** What each unit has of its own. */
    public Map<UnitId, String> own(Actor actor) {
        actor.require(Action.READ, Calendars.KIND);
        return assigned.get(actor.bureau());
    }

    /**
     * Says by which calendar a unit works from now on; clocks that run keep theirs.
     *
     * @param calendar null for that of the unit above
     */
    @Transactional
    public void assign(Actor actor, UnitId unit, @Nullable String calendar) {
        actor.require(Action.MANAGE, Calendars.KIND);
        assigned.changing(actor.bureau());
        List<Object> key = List.of(actor.bureau().value(), unit.value());
        if (calendar == null) {
            jdbc.sql("delete from commitment.calendar_of_unit where bureau = ? and unit = ?")
                    .params(key)
                    .update();
        } else {
            shelf.get(actor.bureau(), calendar);
            jdbc.sql("""
                            insert into commitment.calendar_of_unit (bureau, unit, calendar) values (?, ?, ?)
                            on conflict (bureau, unit) do update set calendar = excluded.calendar
                            """).params(actor.bureau().value(), unit.value(), calendar).update();
        }
        trail.record(
                actor,
                "calendar.unit",
                "calendar",
                unit.value(),
                calendar == null ? "{}" : "{\"calendar\":\"" + calendar + "\"}");
    }
}
