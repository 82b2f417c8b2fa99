package org.redress.desk.care.station;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.desk.care.station.StationResult.Reason;
import org.redress.desk.care.station.StationResult.Refused;
import org.redress.desk.care.station.StationStep.What;
import org.redress.ground.identity.Action;
import org.redress.ground.identity.Actor;
import org.redress.ground.identity.Staff;
import org.redress.ground.identity.StaffId;
import org.redress.ground.identity.StaffMember;
import org.redress.ground.trail.Trail;
import org.redress.platform.database.Ids;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tracking stations: what is asked, how often and by whom. */
@Component
public class TrackingStations {

    public static final int MOST_QUESTIONS = 10;

    private static final int YEARS = 1;

    private final StationRows rows;
    private final StationPeriods periods;
    private final Staff staff;
    private final Trail trail;
    private final Clock clock;

    TrackingStations(StationRows rows, StationPeriods periods, Staff staff, Trail trail, Clock clock) {
        this.rows = rows;
        this.periods = periods;
        this.staff = staff;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Founds a station; its first period begins on the day it starts.
     *
     * @throws Problem with the field at fault: {@code name}, {@code area}, {@code keeper}, {@code starts}, {@code questions},
     *     or {@code zhN} and {@code enN} of a question
     */
    @Transactional
    public StationId found(Actor actor, NewStation wish) {
        actor.require(Action.MANAGE, StationRights.KIND);
        String name = Typed.line(wish.name(), "name");
        String area = Typed.line(wish.area(), "area");
        StaffMember keeper = keeper(actor, wish.keeper());
        Instant now = now();
        LocalDate today = LocalDate.ofInstant(now, actor.zone());
        if (wish.startsOn().isBefore(today.minusYears(YEARS)) || wish.startsOn().isAfter(today.plusYears(YEARS))) {
            throw Problem.invalid("station.starts", "starts");
        }
        List<Question> questions = questions(wish.questions(), List.of());
        Station station = new Station(
                new StationId(Ids.next()),
                0,
                name,
                area,
                keeper.id(),
                keeper.unit(),
                wish.rhythm(),
                wish.startsOn(),
                1,
                null,
                1);
        StationRights.require(actor, Action.MANAGE, station);
        rows.insert(actor.bureau(), station);
        rows.ask(actor.bureau(), station.id(), 1, questions);
        tell(actor, station.id(), "station.found", What.FOUNDED, name);
        periods.begin(actor, rows.hold(actor.bureau(), station.id()).orElseThrow(), today);
        return station.id();
    }

    private StaffMember keeper(Actor actor, StaffId id) {
        return staff.find(actor, id)
                .filter(StaffMember::active)
                .orElseThrow(() -> Problem.invalid("station.keeper", "keeper"));
    }

    /** The questions of a new version; one whose wording stays keeps its key, so that its trend goes on. */
    private static List<Question> questions(List<NewQuestion> wanted, List<Question> before) {
        if (wanted.isEmpty() || wanted.size() > MOST_QUESTIONS) {
            throw Problem.invalid("station.questions", "questions", MOST_QUESTIONS);
        }
        List<Question> questions = new ArrayList<>();
        List<Question> left = new ArrayList<>(before);
        for (int place = 1; place <= wanted.size(); place++) {
            NewQuestion given = wanted.get(place - 1);
            NewQuestion one = new NewQuestion(
                    given.kind(), Typed.line(given.zh(), "zh" + place), Typed.line(given.en(), "en" + place));
            Question same =
                    left.stream().filter(old -> old.sameAs(one)).findFirst().orElse(null);
            left.remove(same);
            questions.add(new Question(place, same == null ? Ids.next() : same.key(), one.kind(), one.zh(), one.en()));
        }
        return questions;
    }

    /** Another name, area or keeper. */
    @Transactional
    public StationResult change(Actor actor, StationId id, int version, String name, String area, StaffId keeper) {
        Station station = held(actor, id, Action.MANAGE);
        StaffMember to = keeper(actor, keeper);
        Station after = new Station(
                id,
                station.number(),
                Typed.line(name, "name"),
                Typed.line(area, "area"),
                to.id(),
                to.unit(),
                station.rhythm(),
                station.startsOn(),
                station.questions(),
                null,
                version);
        return write(actor, station, after, "station.change", What.CHANGED, after.name());
    }

    /** Other questions, from the next period on; reports that are there keep theirs. */
    @Transactional
    public StationResult ask(Actor actor, StationId id, int version, List<NewQuestion> wanted) {
        Station station = held(actor, id, Action.MANAGE);
        List<Question> before = rows.questions(actor.bureau(), id, station.questions());
        List<Question> questions = questions(wanted, before);
        int next = station.questions() + 1;
        Station after = new Station(
                id,
                station.number(),
                station.name(),
                station.area(),
                station.keeper(),
                station.unit(),
                station.rhythm(),
                station.startsOn(),
                next,
                null,
                version);
        StationResult result = write(actor, station, after, "station.ask", What.ASKED, Integer.toString(next));
        if (result instanceof StationResult.Done) {
            rows.ask(actor.bureau(), id, next, questions);
        }
        return result;
    }

    /** Ends a station; nothing is owed to it any more, what was reported stays. */
    @Transactional
    public StationResult end(Actor actor, StationId id, int version, String why) {
        Station station = held(actor, id, Action.MANAGE);
        String reason = Typed.required(why, "why");
        Station after = new Station(
                id,
                station.number(),
                station.name(),
                station.area(),
                station.keeper(),
                station.unit(),
                station.rhythm(),
                station.startsOn(),
                station.questions(),
                now(),
                version);
        StationResult result = write(actor, station, after, "station.end", What.ENDED, reason);
        if (result instanceof StationResult.Done) {
            periods.excuse(actor, id, null);
        }
        return result;
    }

    private StationResult write(Actor actor, Station before, Station after, String deed, What what, String words) {
        if (before.endedAt() != null) {
            return new Refused(Reason.ENDED);
        }
        if (!rows.update(actor.bureau(), after)) {
            return new Refused(Reason.MOVED);
        }
        tell(actor, before.id(), deed, what, words);
        return StationResult.done();
    }

    /** A station that this person may read and do something with, held until the transaction has ended. */
    Station held(Actor actor, StationId id, Action action) {
        actor.require(Action.READ, StationRights.KIND);
        Station station = rows.hold(actor.bureau(), id)
                .filter(one -> StationRights.covers(actor, Action.READ, one))
                .orElseThrow(() -> Problem.absent("station.absent"));
        StationRights.require(actor, action, station);
        return station;
    }

    /** Holds a station until the transaction has ended, whoever may read it. */
    void hold(Actor actor, StationId id) {
        rows.hold(actor.bureau(), id);
    }

    /** A station that this person may read; a 404 problem else. */
    public Station get(Actor actor, StationId id) {
        actor.require(Action.READ, StationRights.KIND);
        return rows.find(actor.bureau(), id)
                .filter(one -> StationRights.covers(actor, Action.READ, one))
                .orElseThrow(() -> Problem.absent("station.absent"));
    }

    /** By number, those that run or have ended, after the last one seen. */
    public List<Station> list(Actor actor, boolean ended, int after, int limit) {
        Map<String, Object> params = new HashMap<>(StationRights.params(actor));
        params.put("after", after);
        params.put("limit", limit);
        return rows.list(
                actor.bureau(),
                StationRights.reading(actor) + " and s.ended_at is " + (ended ? "not null" : "null")
                        + " and s.number > :after order by s.number limit :limit",
                params);
    }

    /** The questions of a version. */
    public List<Question> questions(Actor actor, StationId id, int version) {
        get(actor, id);
        return rows.questions(actor.bureau(), id, version);
    }

    /** What happened to a station, the latest first. */
    public List<StationStep> steps(Actor actor, StationId id, int limit) {
        get(actor, id);
        return rows.steps(actor.bureau(), id, limit);
    }

    public boolean may(Actor actor, Action action, Station station) {
        return StationRights.covers(actor, action, station);
    }

    void tell(Actor actor, StationId id, String deed, What what, String words) {
        rows.step(actor.bureau(), id, new StationStep(now(), actor.staff(), what, words));
        trail.record(actor, deed, StationRights.KIND, id.value(), "{}");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
