package org.redress.desk.care.station;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.ground.identity.Actor;
import org.redress.platform.database.Moments;
import org.springframework.stereotype.Component;

/** Lists of reports: who is to be asked next, which bad marks wait, and what came. */
@Component
public class StationReportLists {

    static final String OWED =
            "%s%s and r.state = 'OWED' and (r.due_at, r.attempts, r.id) > (:due, :attempts, :after) order by r.due_at, r.attempts, r.id limit :limit";

    static final String OPEN =
            "%s and r.bad and r.settled_at is null and (r.taken_at, r.id) > (:at, :after) order by r.taken_at, r.id limit :limit";

    static final String TAKEN =
            "r.station = :station and %s (r.taken_at, r.id) < (:at, :after) order by r.taken_at desc, r.id desc limit :limit";

    private final StationReportRows rows;
    private final TrackingStations stations;

    StationReportLists(StationReportRows rows, TrackingStations stations) {
        this.rows = rows;
        this.stations = stations;
    }

    /**
     * A place in the list of who is to be asked.
     *
     * @param attempts that came to nothing
     */
    public record AskAfter(Instant dueAt, int attempts, UUID id) {

        public static final AskAfter START = new AskAfter(Instant.EPOCH, 0, new UUID(0, 0));
    }

    /**
     * Who is to be asked next: what falls due first, whoever was tried least before the others.
     *
     * @param station of one station alone, or null
     */
    public List<Report> owed(Actor actor, @Nullable StationId station, AskAfter after, int limit) {
        Map<String, Object> params = params(actor, station, limit);
        params.put("due", Moments.at(after.dueAt()));
        params.put("attempts", after.attempts());
        params.put("after", after.id());
        return rows.list(actor.bureau(), OWED.formatted(StationRights.reading(actor), of(station)), params);
    }

    /** Bad marks of which nothing has become, the oldest first, after the last one seen. */
    public List<Report> open(Actor actor, @Nullable Instant at, @Nullable UUID after, int limit) {
        Map<String, Object> params = params(actor, null, limit);
        params.put("at", Moments.at(at == null || after == null ? Instant.EPOCH : at));
        params.put("after", after == null ? new UUID(0, 0) : after);
        return rows.list(actor.bureau(), OPEN.formatted(StationRights.reading(actor)), params);
    }

    /**
     * What came, the latest first, after the last one seen.
     *
     * @param bad only what has bad marks
     */
    public List<Report> taken(
            Actor actor, StationId station, boolean bad, @Nullable Instant at, @Nullable UUID after, int limit) {
        stations.get(actor, station);
        Map<String, Object> params = params(actor, station, limit);
        params.put("at", Moments.at(at == null || after == null ? Instant.parse("9999-01-01T00:00:00Z") : at));
        params.put("after", after == null ? new UUID(-1, -1) : after);
        return rows.list(actor.bureau(), TAKEN.formatted(bad ? "r.bad and" : "r.state = 'TAKEN' and"), params);
    }

    private static String of(@Nullable StationId station) {
        return station == null ? "" : " and r.station = :station";
    }

    private static Map<String, Object> params(Actor actor, @Nullable StationId station, int limit) {
        Map<String, Object> params = new HashMap<>(StationRights.params(actor));
        params.put("limit", limit);
        if (station != null) {
            params.put("station", station.value());
        }
        return params;
    }
}
