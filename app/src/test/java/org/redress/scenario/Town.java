package org.redress.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.ground.commitment.Calendars;
import org.redress.ground.identity.Absences;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Actors;
import org.redress.ground.identity.Bureau;
import org.redress.ground.identity.Bureaus;
import org.redress.ground.identity.Posts;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.Unit;
import org.redress.ground.identity.UnitId;
import org.redress.support.Offices;

/**
 * A bureau with twelve departments on three floors, a head and three people in each, a director for each floor and a
 * general manager, in the week of the May holiday: three days off, three worked, a Saturday worked to make up.
 */
final class Town {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant BEGIN = LocalDate.of(2026, 5, 3).atStartOfDay(ZONE).toInstant();
    static final Instant END = LocalDate.of(2026, 5, 10).atStartOfDay(ZONE).toInstant();

    private static final Set<LocalDate> WORKED = Set.of(
            LocalDate.of(2026, 5, 6), LocalDate.of(2026, 5, 7), LocalDate.of(2026, 5, 8), LocalDate.of(2026, 5, 9));
    private static final String HOLIDAYS = """
            {"year": 2026, "papers": ["test"], "days": [
              {"name": "劳动节", "date": "2026-05-01", "isOffDay": true}, {"name": "劳动节", "date": "2026-05-02", "isOffDay": true},
              {"name": "劳动节", "date": "2026-05-03", "isOffDay": true}, {"name": "劳动节", "date": "2026-05-04", "isOffDay": true},
              {"name": "劳动节", "date": "2026-05-05", "isOffDay": true}, {"name": "劳动节", "date": "2026-05-09", "isOffDay": false}]}
            """;

    private record Floor(String name, List<String> departments) {}

    private static final List<Floor> FLOORS = List.of(
            new Floor("front", List.of("hotline1", "hotline2", "counter1", "counter2", "web")),
            new Floor("back", List.of("complaints", "billing", "keys")),
            new Floor("network", List.of("line1", "line2", "exchange", "access")));

    /** Somebody away for a time, and who stands in. */
    record Away(StaffId staff, Instant from, Instant until, StaffId deputy) {

        boolean covers(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    private final Bureaus bureaus;
    private final Staff staff;
    private final Actors actors;
    private final Absences absences;
    private final Calendars calendars;

    final Map<UnitId, List<Actor>> people = new LinkedHashMap<>();
    final List<UnitId> front = new ArrayList<>();
    final List<Actor> leaders = new ArrayList<>();
    final List<Away> away = new ArrayList<>();
    private Actor command;

    @SuppressWarnings("NullAway.Init")
    Town(Bureaus bureaus, Staff staff, Actors actors, Absences absences, Calendars calendars) {
        this.bureaus = bureaus;
        this.staff = staff;
        this.actors = actors;
        this.absences = absences;
        this.calendars = calendars;
    }

    void build(Random chance) throws IOException {
        Bureau bureau = bureaus.found("五月局", "May bureau", ZONE, "CN", "CN", "CNY", false);
        command = bureaus.command(bureau);
        calendars.importHolidays(
                command, Calendars.WORKING, new ByteArrayInputStream(HOLIDAYS.getBytes(StandardCharsets.UTF_8)));
        Unit top = unit("top", null);
        leaders.add(hire("manager", top.id(), Posts.GENERAL_MANAGER));
        FLOORS.forEach(floor -> {
            Unit above = unit(floor.name(), top.id());
            leaders.add(hire(floor.name() + "-director", above.id(), Posts.DIRECTOR));
            floor.departments().forEach(code -> {
                UnitId unit = unit(code, above.id()).id();
                people.put(unit, team(code, unit));
                if (floor.name().equals("front")) {
                    front.add(unit);
                }
            });
        });
        people.values().forEach(team -> leaders.add(team.getFirst()));
        people.values().forEach(team -> goAway(team, chance));
    }

    private Unit unit(String code, @Nullable UnitId above) {
        return bureaus.addUnit(command.bureau(), code, code, code, above);
    }

    private List<Actor> team(String code, UnitId unit) {
        return Stream.concat(
                        Stream.of(hire(code + "-head", unit, Posts.HEAD)),
                        IntStream.rangeClosed(1, 3).mapToObj(n -> hire(code + "-" + n, unit, Posts.AGENT)))
                .toList();
    }

    private Actor hire(String name, UnitId unit, String post) {
        StaffId id = staff.add(command, Offices.signIn(command, name), Offices.PASSWORD, name, name, unit, post);
        return actors.of(command.bureau(), id);
    }

    /** In every other team one person is away for one to three days of the week, with a colleague standing in. */
    private void goAway(List<Actor> team, Random chance) {
        if (chance.nextBoolean()) {
            Actor one = team.get(1 + chance.nextInt(2));
            Instant from = BEGIN.plus(Duration.ofDays(chance.nextInt(5)));
            Instant until = from.plus(Duration.ofDays(1 + chance.nextInt(3)));
            StaffId deputy = team.getLast().staff();
            absences.add(command, one.staff(), from, until, deputy);
            away.add(new Away(one.staff(), from, until, deputy));
        }
    }

    List<Actor> team(UnitId unit) {
        return Objects.requireNonNull(people.get(unit));
    }

    Actor command() {
        return command;
    }

    boolean here(Actor person, Instant now) {
        return away.stream().noneMatch(absence -> absence.staff().equals(person.staff()) && absence.covers(now));
    }

    /** Whether the offices are open; the two hot lines always are. */
    boolean open(UnitId unit, Instant now) {
        return unit.equals(front.get(0)) || unit.equals(front.get(1)) || officeHours(now);
    }

    private static boolean officeHours(Instant now) {
        LocalDateTime wall = LocalDateTime.ofInstant(now, ZONE);
        LocalTime time = wall.toLocalTime();
        return WORKED.contains(wall.toLocalDate())
                && !time.isBefore(LocalTime.of(9, 0))
                && time.isBefore(LocalTime.of(17, 0));
    }
}
